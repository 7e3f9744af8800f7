extension Decoder {
    /// Decodes a string and returns what `read` makes of it.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the string is not JSON.
    func readJSONText<Value>(_ read: (String) throws(JSONError) -> Value) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        do throws(JSONError) {
            return try read(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not JSON: \(error)")
        }
    }
}
