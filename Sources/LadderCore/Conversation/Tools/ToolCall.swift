/// A model's request to call a tool.
public struct ToolCall: Hashable, Sendable {
    /// The identifier to which the result refers, unique within one answer.
    public var id: String
    /// The name of a ``ToolDefinition``.
    public var name: String
    /// The arguments as JSON text, exactly as the model wrote it.
    public var arguments: String
    /// The model's signature of this call, which its provider wants back with it.
    ///
    /// It is not part of what identifies a request in a cache.
    public var signature: ModelSignature?

    /// Creates a call of the tool `name` with arguments in JSON.
    public init(id: String, name: String, arguments: String, signature: ModelSignature? = nil) {
        self.id = id
        self.name = name
        self.arguments = arguments
        self.signature = signature
    }
}
