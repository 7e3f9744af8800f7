/// Response headers, read whatever the case of their names.
struct HeaderFields {
    private let fields: [String: String]

    init(_ headers: [String: String]) {
        // Of two names that differ only in case, the lesser value is kept, so that every process keeps the same.
        fields = Dictionary(headers.map { ($0.key.lowercased(), $0.value.trimmed) }, uniquingKeysWith: min)
    }

    subscript(name: String) -> String? { fields[name] }

    /// All names in lower case, sorted.
    var names: [String] { fields.keys.sorted() }

    /// The provider's id of the request, under the name that OpenAI, Anthropic, Azure or AWS has for it.
    var requestID: String? {
        for name in ["x-request-id", "request-id", "apim-request-id", "x-amzn-requestid"] {
            if let id = fields[name]?.asToken { return id }
        }
        return nil
    }

    /// The name of AWS's exception, in an answer or in one event of a stream.
    var exceptionType: String? {
        let field = fields["x-amzn-errortype"] ?? fields[":exception-type"]
        return field?.split(separator: ":").first.map(String.init)
    }

    /// Whether the provider advises to send the request again, where it says so.
    var advisesRetry: Bool? {
        switch fields["x-should-retry"]?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}

extension String {
    /// The text, if it looks like a code or an id: short, and without a character that a log or a terminal interprets.
    var asToken: String? {
        guard !isEmpty, utf8.count <= 128 else { return nil }
        let marks = "-_.:/+=@#".utf8
        let isToken = utf8.allSatisfy { byte in
            byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || marks.contains(byte)
        }
        return isToken ? self : nil
    }
}
