import LadderHTTP

/// The place to send requests to, and the header field of its key.
struct GeminiEndpoint {
    static let vertexHost = "aiplatform.googleapis.com"

    /// The URL before `/models/`.
    let baseURL: String
    let isVertex: Bool

    init(baseURL: String) {
        let trimmed = baseURL.withoutTrailingSlashes
        let start = trimmed.firstRange(of: "://")?.upperBound ?? trimmed.startIndex
        let host = trimmed[start...].prefix { $0 != "/" && $0 != ":" }
        isVertex = host == Self.vertexHost || host.hasSuffix("-" + Self.vertexHost)
        self.baseURL = trimmed[start...].contains("/") ? trimmed : trimmed + "/v1beta"
    }

    var keyField: (name: String, prefix: String) {
        isVertex ? ("authorization", "Bearer ") : ("x-goog-api-key", "")
    }

    /// Returns the path of a request. The model's name cannot change the query.
    static func path(modelID: String, isStreamed: Bool) -> String {
        let isQualified = ["models/", "tunedModels/", "endpoints/"].contains { modelID.hasPrefix($0) }
        let model = (isQualified ? "/" : "/models/") + modelID.percentEncoded
        return model + (isStreamed ? ":streamGenerateContent?alt=sse" : ":generateContent")
    }
}

extension String {
    fileprivate var percentEncoded: String {
        utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "@"), UInt8(ascii: "/"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
