extension JSONValue {
    /// Reads one JSON value from UTF-8 bytes.
    ///
    /// Strict as RFC 8259: nothing but white space may follow, and a byte order mark before it is skipped. A whole
    /// number that does not fit an `Int` becomes a ``number(_:)``, one that does not fit a `Double` either is an error.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
        let inPlace = bytes.withContiguousStorageIfAvailable { JSONParser.parse($0) }
        self = try (inPlace ?? Array(bytes).withUnsafeBufferPointer { JSONParser.parse($0) }).get()
    }

    /// Reads one JSON value from a text.
    public init(parsing text: String) throws(JSONError) {
        try self.init(parsing: text.utf8)
    }
}
