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
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(JSONError) {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not JSON: \(error)")
        }
    }
}
