import LadderCore
import LadderJSON

/// What a provider's error body says, whoever wrote it.
struct FailureBody {
    /// Our word for what went wrong, such as `insufficient_quota` or `RESOURCE_EXHAUSTED`.
    var name: String?
    /// Every typed word of the body in lower case: codes, types, statuses, reasons.
    var words: [String] = []
    /// A code in numbers: mostly the HTTP status again.
    var number: Int?
    /// The provider's sentence.
    var message: String?
    /// Whether the code is no more than "the request is wrong", so that only the sentence could say more.
    var hasOnlyGenericCode = true
    /// Which field of the request is at fault.
    var parameter: String?
    /// Gemini: which quotas were exceeded.
    var quotaIDs: [String] = []
    /// Gemini: how long to wait.
    var retryDelay: Duration?
    /// The id of the request, where the body tells it.
    var requestID: String?
    /// Whether it was an error body at all.
    var isRecognised = false

    static let largest = 1 << 20
    static let longestMessage = 2_000
    private static let mostDetails = 32

    init(parsing bytes: some Collection<UInt8>) {
        let bytes = Array(bytes.prefix(Self.largest + 1))
        guard !bytes.isEmpty else { return }
        guard bytes.count <= Self.largest, let json = try? JSONValue(parsing: bytes) else {
            // A gateway's page or a plain text.
            message = String(decoding: bytes.prefix(Self.longestMessage), as: UTF8.self)
            return
        }
        // Gemini answers a streaming request with an array.
        read(json.array?.first ?? json)
    }

    private mutating func read(_ root: JSONValue) {
        requestID = root["request_id"]?.string?.asToken
        switch root["error"] {
        case .object(let members): read(error: .object(members))
        case .string(let text):
            isRecognised = true
            message = text
        default:
            // vLLM, Mistral and others put the fields at the top; so do error events of OpenAI's streams.
            guard root["object"]?.string == "error" || root["type"]?.string == "error" || root["message"] != nil
            else { return message = root["detail"]?.string }
            read(error: root)
        }
    }

    private mutating func read(error: JSONValue) {
        isRecognised = true
        message = error["message"]?.string
        number = error["code"]?.int ?? error["code"]?.string.flatMap { Int($0) }
        parameter = error["param"]?.string
        let code = error["code"]?.string.flatMap { Int($0) == nil ? $0.asToken : nil }
        let type = error["type"]?.string.flatMap { $0 == "error" ? nil : $0.asToken }
        let status = error["status"]?.string?.asToken
        name = code ?? status ?? type ?? number.map(String.init)
        words = [code, type, status, error["innererror"]?["code"]?.string?.asToken].compactMap { $0 }
        for detail in error["details"]?.array?.prefix(Self.mostDetails) ?? [] { read(detail: detail) }
        words = words.map { $0.lowercased() }
        hasOnlyGenericCode = code.map { Self.genericCodes.contains($0.lowercased()) } ?? true
    }

    private mutating func read(detail: JSONValue) {
        if let reason = detail["reason"]?.string?.asToken { words.append(reason) }
        if let delay = detail["retryDelay"]?.string { retryDelay = DurationText.parse(delay) ?? retryDelay }
        quotaIDs += (detail["violations"]?.array?.prefix(Self.mostDetails) ?? []).compactMap { $0["quotaId"]?.string }
    }

    private static let genericCodes: Set<String> = [
        "invalid_request_error", "invalid_request", "bad_request", "badrequest", "invalid_argument", "error",
    ]
}
