extension JSONValue: Codable {
    /// Encodes the value as one string that holds its JSON text.
    ///
    /// Foundation's encoder keeps no order of keys and writes `1.0` as `1`, so a value that is encoded field by field
    /// would not be equal after a round trip.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Decodes a value from a string that holds its JSON text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the string is not JSON.
    public init(from decoder: any Decoder) throws {
        self = try decoder.readJSONText { text throws(JSONError) in try JSONValue(parsing: text) }
    }
}
