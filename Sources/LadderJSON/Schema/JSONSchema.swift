/// A JSON schema that keeps the order in which it was declared.
///
/// Models write the properties of an answer in the order of the schema, and the order changes the answer: an explanation
/// that comes before the result leads to a better result. So a schema is not a ``JSONValue``, whose objects have no
/// order. A schema is declared as a literal, read from text, or both:
///
/// ```swift
/// let answer: JSONSchema = [
///     "type": "object",
///     "properties": ["reasoning": ["type": "string"], "answer": ["type": "number"]],
///     "required": ["reasoning", "answer"],
/// ]
/// print(answer.text)  // {"type":"object","properties":{"reasoning":{…
/// let same = try JSONSchema(parsing: answer.text)
/// ```
///
/// The order is part of the schema's identity: two schemas that differ only in the order of their keys are not equal. The
/// values inside a schema have the same type, also where they are no schemas themselves, such as `"object"` above.
public struct JSONSchema: Hashable, Sendable {
    let node: Node

    /// A value, an array or an object, with the object's members in their order.
    enum Node: Hashable, Sendable {
        case scalar(JSONValue)
        case array([JSONSchema])
        case object([Member])
    }

    struct Member: Hashable, Sendable {
        let key: String
        var value: JSONSchema
    }

    init(node: Node) {
        self.node = node
    }

    /// Creates a schema from a JSON value, with the keys of its objects sorted: a value does not know their order.
    public init(_ value: JSONValue) {
        switch value {
        case .array(let elements): node = .array(elements.map { JSONSchema($0) })
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            node = .object(sorted.map { Member(key: $0.key, value: JSONSchema($0.value)) })
        default: node = .scalar(value)
        }
    }

    /// The schema as a JSON value, which does not keep the order of the keys.
    public var value: JSONValue {
        switch node {
        case .scalar(let value): value
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members):
            .object(Dictionary(members.map { ($0.key, $0.value.value) }, uniquingKeysWith: { _, last in last }))
        }
    }

    /// The keys in the order of their declaration; empty where this is not an object.
    public var keys: [String] {
        if case .object(let members) = node { members.map(\.key) } else { [] }
    }

    /// The elements in their order; empty where this is not an array.
    package var elements: [JSONSchema] {
        if case .array(let elements) = node { elements } else { [] }
    }

    /// Returns the part of the schema below a key, or nil when the key is missing or this is not an object.
    public subscript(key: String) -> JSONSchema? {
        if case .object(let members) = node { members.first { $0.key == key }?.value } else { nil }
    }
}
