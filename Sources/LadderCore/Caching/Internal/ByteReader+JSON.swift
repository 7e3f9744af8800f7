import LadderJSON

extension ByteReader {
    /// The number of levels that lists, objects and tool results may be nested.
    static let maximumDepth = JSONValue.maximumDepth

    mutating func readJSON() throws(StoreError) -> JSONValue {
        guard let tag = JSONTag(rawValue: try readByte()) else {
            throw ByteReader.corrupt("a JSON value has an unknown type")
        }
        switch tag {
        case .null: return .null
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .integer: return .integer(try readInt())
        case .number: return .number(try readDouble())
        case .string: return .string(try readString())
        case .array: return .array(try readNested(ByteReader.readElements))
        case .object: return .object(try readNested(ByteReader.readMembers))
        }
    }

    private static func readElements(_ reader: inout ByteReader) throws(StoreError) -> [JSONValue] {
        var elements: [JSONValue] = []
        for _ in 0..<(try reader.readUnsigned()) { elements.append(try reader.readJSON()) }
        return elements
    }

    static func readMembers(_ reader: inout ByteReader) throws(StoreError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for _ in 0..<(try reader.readUnsigned()) {
            let key = try reader.readString()
            members[key] = try reader.readJSON()
        }
        return members
    }
}
