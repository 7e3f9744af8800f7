/// Response headers, found whatever the case of their names.
struct HeaderFields {
    private let fields: [String: String]

    init(_ headers: [String: String]) {
        // Two names that differ in case only: the lesser value, so that every process takes the same.
        fields = Dictionary(headers.map { ($0.key.lowercased(), $0.value.trimmed) }, uniquingKeysWith: min)
    }

    subscript(name: String) -> String? { fields[name] }

    /// All names in lower case, sorted.
    var names: [String] { fields.keys.sorted() }

    /// The provider's id of the request; OpenAI's, Anthropic's and Azure's name for it.
    var requestID: String? {
        for name in ["x-request-id", "request-id", "apim-request-id"] {
            if let id = fields[name]?.asToken { return id }
        }
        return nil
    }

    /// What the provider says about asking again.
    var advisesRetry: Bool? {
        switch fields["x-should-retry"]?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }
}

extension String {
    var trimmed: String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
        guard utf8.first.map(isBlank) ?? false || utf8.last.map(isBlank) ?? false else { return self }
        let bytes = utf8.drop(while: isBlank)
        guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(decoding: bytes[...last], as: UTF8.self)
    }

    /// The text, if it looks like a code or an id: short, and nothing in it that a log or a terminal could stumble over.
    var asToken: String? {
        guard !isEmpty, utf8.count <= 128 else { return nil }
        let marks = "-_.:/+=@#".utf8
        let isToken = utf8.allSatisfy { byte in
            byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || marks.contains(byte)
        }
        return isToken ? self : nil
    }
}
