public import LadderJSON

/// The wanted shape of an answer.
public enum ResponseFormat: Hashable, Sendable {
    /// Free text.
    case text
    /// Any JSON object.
    case json
    /// JSON that follows a schema.
    case jsonSchema(name: String, schema: JSONValue, strict: Bool)
}
