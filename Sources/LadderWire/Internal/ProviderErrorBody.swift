import LadderCore
import LadderJSON

/// What a provider's error body says, whatever the provider.
struct ProviderErrorBody {
    /// The provider's own word for what went wrong, such as `insufficient_quota` or `RESOURCE_EXHAUSTED`.
    var name: String?
    /// The codes of the body that can decide, in lower case: codes, types, statuses, reasons.
    var codes: Set<String> = []
    /// The codes of the body that say only that the request was refused, in lower case.
    var genericCodes: Set<String> = []
    /// Whether the body has a code that is not generic, so that its sentence must not decide.
    var hasSpecificCode = false
    /// A code in numbers: mostly the HTTP status again.
    var number: Int?
    /// The provider's sentence about the failure, which may echo a prompt.
    var message: String?
    /// The sentence of the server behind a gateway, where the gateway puts words of its own before it.
    var upstreamMessage: String?
    /// The field of the request that is at fault.
    var parameter: String?
    /// The quotas that were exceeded (Gemini).
    var quotaIDs: [String] = []
    /// The wait that the body asks for.
    var retryDelay: Duration?
    /// The time when a limit resets.
    var resets: WallTime?
    /// The id of the request, where the body has it.
    var requestID: String?
    /// Whether the body says in typed fields that a filter refused the prompt.
    var isFiltered = false
    /// Whether it was an error body at all.
    var isRecognised = false

    static let largest = 1 << 20
    static let longestMessage = 2_000
    static let mostDetails = 32

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
        readUpstream()
        name = name ?? number.map(String.init)
    }

    init() {}

    /// Adds a code, and uses it as the name if there is none.
    ///
    /// - Parameters:
    ///   - code: The code as the provider writes it.
    ///   - isCode: Whether it is a code proper, beside which no sentence counts, and not a type or a status.
    mutating func add(code: String?, isCode: Bool) {
        guard let code = code?.asToken else { return }
        name = name ?? code
        let word = code.lowercased()
        if ProviderErrorCodes.generic.contains(word) {
            genericCodes.insert(word)
        } else {
            codes.insert(word)
            if isCode { hasSpecificCode = true }
        }
    }
}
