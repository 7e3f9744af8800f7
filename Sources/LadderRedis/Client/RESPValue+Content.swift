extension RESPValue {
    /// Whether there is no value.
    public var isNull: Bool { self == .null }

    /// The bytes of a string, a text or a number; nil for anything else.
    public var bytes: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .text(let text), .bigNumber(let text): Array(text.utf8)
        case .integer(let number): Array(String(number).utf8)
        default: nil
        }
    }

    /// The text of a string or a number; nil for anything else.
    public var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    /// The number of an integer, a boolean or a string of digits; nil for anything else.
    public var integer: Int64? {
        switch self {
        case .integer(let number): number
        case .boolean(let value): value ? 1 : 0
        case .bytes, .text: string.flatMap { Int64($0) }
        default: nil
        }
    }

    /// The elements of an array, a set, a map or a push message; nil for anything else.
    public var elements: [RESPValue]? {
        switch self {
        case .array(let elements), .set(let elements), .map(let elements), .push(let elements): elements
        default: nil
        }
    }
}
