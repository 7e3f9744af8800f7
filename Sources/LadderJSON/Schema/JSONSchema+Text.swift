extension JSONSchema: CustomStringConvertible {
    /// Reads a schema from JSON text and keeps the order of its keys.
    ///
    /// The text is read as strictly as by ``JSONValue/init(parsing:)-(String)``. It is not checked whether the keys are
    /// known to any version of JSON Schema. A repeated key keeps its first place and its last value.
    public init(parsing text: String) throws(JSONError) {
        self = try JSONParser<JSONSchema>.parse(Array(text.utf8))
    }

    /// The schema as compact JSON, with all keys in the order of their declaration.
    public var text: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same as ``text``.
    public var description: String { text }

    /// Appends the schema as UTF-8 JSON text, without making a string of it.
    package func write(into bytes: inout [UInt8]) {
        switch node {
        case .scalar(let value): value.write(into: &bytes)
        case .array(let elements): JSONText.append(elements, to: &bytes) { $0.write(into: &$1) }
        case .object(let members):
            JSONText.append(members, to: &bytes, key: \.key) { $0.value.write(into: &$1) }
        }
    }
}

extension JSONSchema: JSONTree {
    static var noMembers: OrderedMembers { OrderedMembers() }

    static func set(_ key: String, to value: JSONSchema, in members: inout OrderedMembers) {
        members.set(key, to: value)
    }

    static func scalar(_ value: JSONValue) -> JSONSchema { JSONSchema(node: .scalar(value)) }
    static func array(_ elements: [JSONSchema]) -> JSONSchema { JSONSchema(node: .array(elements)) }
    static func object(_ members: OrderedMembers) -> JSONSchema { JSONSchema(node: .object(members.all)) }
}
