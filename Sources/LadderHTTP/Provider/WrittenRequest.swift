package import LadderJSON

/// A request in a provider's form.
package struct WrittenRequest: Sendable {
    /// The path behind the base URL, with a query where the provider wants one.
    package var path: String
    /// Header fields beside key and content type.
    package var headers: [String: String]
    /// The body.
    package var body: JSONValue
    /// The schemas in the body whose keys must keep their order, by JSON pointer: `/tools/0/input_schema`.
    ///
    /// A model writes an answer in the order of its schema, and ``body`` does not know it. A pointer to a value that is
    /// no longer the schema, because a field of the caller replaced it, has no effect.
    package var schemas: [String: JSONSchema]
    /// What was left out because the model refuses it, as sentences for the trace. Never text of the prompt.
    package var notes: [String]

    package init(
        path: String, headers: [String: String] = [:], body: JSONValue, schemas: [String: JSONSchema] = [:],
        notes: [String] = []
    ) {
        self.path = path
        self.headers = headers
        self.body = body
        self.schemas = schemas
        self.notes = notes
    }
}
