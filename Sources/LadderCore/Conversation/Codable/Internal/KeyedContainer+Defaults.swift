// Stored conversations leave out what has its default value, so documents stay short and old ones can be read after a
// property was added.

extension KeyedEncodingContainer {
    /// Encodes a value unless it is the default.
    mutating func encode<Value: Encodable & Equatable>(
        _ value: Value, forKey key: Key, unless standard: Value
    ) throws {
        if value != standard { try encode(value, forKey: key) }
    }
}

extension KeyedDecodingContainer {
    /// Decodes a value, or returns the default where the key is missing or null.
    func decode<Value: Decodable>(_ key: Key, default standard: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? standard
    }
}
