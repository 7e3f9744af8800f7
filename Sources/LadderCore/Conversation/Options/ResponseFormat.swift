public import LadderJSON

/// The wanted shape of an answer.
public enum ResponseFormat: Hashable, Sendable {
    /// Text of any shape: the provider is asked for none.
    case text
    /// A JSON object of any shape.
    case json
    /// JSON that follows a schema; `strict` asks the provider to enforce it.
    case jsonSchema(name: String, schema: JSONSchema, strict: Bool)
}
