extension JSONValue {
    /// Reads one JSON value from UTF-8 bytes.
    ///
    /// Strict as RFC 8259: nothing but white space may follow, and a byte order mark before it is skipped. A whole
    /// number that does not fit an `Int` becomes a ``number(_:)``, one that does not fit a `Double` either is an error.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
        self = try JSONParser<JSONValue>.parse(Array(bytes))
    }

    /// Reads one JSON value from a text, by the same rules as from bytes.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }
}

extension JSONValue: JSONTree {
    static var noMembers: [String: JSONValue] { [:] }

    static func scalar(_ value: JSONValue) -> JSONValue { value }

    static func set(_ key: String, to value: JSONValue, in members: inout [String: JSONValue]) {
        members[key] = value
    }
}
