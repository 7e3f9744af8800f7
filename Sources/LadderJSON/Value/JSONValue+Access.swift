extension JSONValue {
    /// Returns the value of a key, or nil when the key is missing or this is not an object.
    public subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// Returns the element at a position, or nil when the position is out of range or this is not an array.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }

    /// The text, or nil when this is not a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number, also when it is written like `3.0`, or nil.
    ///
    /// Of a ``number(_:)`` only values between -2⁵³ and 2⁵³ are given: beyond, a `Double` may stand for a neighbour of
    /// the number in the text.
    public var int: Int? {
        switch self {
        case .integer(let integer): integer
        case .number(let number) where number.magnitude < 0x1p53: Int(exactly: number)
        default: nil
        }
    }

    /// The number, whole or not, or nil when this is not a number.
    public var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    /// The truth value, or nil when this is neither `true` nor `false`.
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The elements, or nil when this is not an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members, or nil when this is not an object.
    public var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Whether this is the value `null`.
    public var isNull: Bool { self == .null }
}
