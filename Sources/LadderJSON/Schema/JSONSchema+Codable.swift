extension JSONSchema: Codable {
    /// Encodes the schema as one string that holds its JSON text, because encoders do not keep the order of keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Decodes a schema from a string that holds its JSON text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the string is not JSON.
    public init(from decoder: any Decoder) throws {
        self = try decoder.readJSONText { text throws(JSONError) in try JSONSchema(parsing: text) }
    }
}
