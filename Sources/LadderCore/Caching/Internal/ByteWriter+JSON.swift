import LadderJSON

/// The byte with which a JSON value begins in stored and canonical bytes. The values never change.
enum JSONTag: UInt8 {
    case null
    case no
    case yes
    case integer
    case number
    case string
    case array
    case object
}

extension ByteWriter {
    /// Writes a value with its type, so that `1`, `1.0` and `"1"` differ.
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(tag: JSONTag.null)
        case .bool(let flag): write(tag: flag ? JSONTag.yes : .no)
        case .integer(let integer):
            write(tag: JSONTag.integer)
            write(integer)
        case .number(let number):
            write(tag: JSONTag.number)
            write(number)
        case .string(let text):
            write(tag: JSONTag.string)
            write(text)
        case .array(let elements):
            write(tag: JSONTag.array)
            write(unsigned: UInt64(elements.count))
            for element in elements { write(element) }
        case .object(let members):
            write(tag: JSONTag.object)
            write(members: members)
        }
    }

    /// Writes the members of an object, sorted by the bytes of their keys: a dictionary has another order in each
    /// process.
    mutating func write(members: [String: JSONValue]) {
        write(unsigned: UInt64(members.count))
        for (key, value) in members.sortedByBytes() {
            write(key)
            write(value)
        }
    }

}

extension Dictionary<String, JSONValue> {
    fileprivate func sortedByBytes() -> [(key: String, value: JSONValue)] {
        count < 2 ? Array(self) : sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
