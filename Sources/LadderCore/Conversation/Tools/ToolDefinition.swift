public import LadderJSON

/// A tool that the model may call.
public struct ToolDefinition: Hashable, Sendable {
    /// The name by which the model calls the tool.
    public var name: String
    /// What the tool does and when to use it, for the model to read.
    public var description: String
    /// The JSON schema of the arguments; models write the arguments in the schema's order.
    public var parameters: JSONSchema

    /// Creates a tool with a JSON schema of its arguments.
    public init(name: String, description: String, parameters: JSONSchema) {
        self.name = name
        self.description = description
        self.parameters = parameters
    }
}
