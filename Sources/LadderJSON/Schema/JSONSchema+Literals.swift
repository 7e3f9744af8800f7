extension JSONSchema: ExpressibleByDictionaryLiteral {
    /// Creates an object that keeps the order of the literal; a repeated key keeps its first place and its last value.
    public init(dictionaryLiteral elements: (String, JSONSchema)...) {
        var members = OrderedMembers()
        for (key, value) in elements { members.set(key, to: value) }
        self = .object(members)
    }
}

extension JSONSchema: ExpressibleByArrayLiteral {
    /// Creates a list, such as the value of `required` or `anyOf`.
    public init(arrayLiteral elements: JSONSchema...) { self = .array(elements) }
}

extension JSONSchema: ExpressibleByStringInterpolation {
    /// Creates a text, such as the value of `type` or `description`.
    public init(stringLiteral value: String) { self = .scalar(.string(value)) }
}

extension JSONSchema: ExpressibleByIntegerLiteral {
    /// Creates a whole number, such as the value of `minItems`.
    public init(integerLiteral value: Int) { self = .scalar(.integer(value)) }
}

extension JSONSchema: ExpressibleByFloatLiteral {
    /// Creates a number with a fraction, such as the value of `multipleOf`.
    public init(floatLiteral value: Double) { self = .scalar(.number(value)) }
}

extension JSONSchema: ExpressibleByBooleanLiteral {
    /// Creates the schema that accepts everything or nothing, or a value such as that of `uniqueItems`.
    public init(booleanLiteral value: Bool) { self = .scalar(.bool(value)) }
}

extension JSONSchema: ExpressibleByNilLiteral {
    /// Creates the value `null`, as one of the values of `enum`.
    public init(nilLiteral: ()) { self = .scalar(.null) }
}
