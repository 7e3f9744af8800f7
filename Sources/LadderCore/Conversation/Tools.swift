public import LadderJSON

/// A tool the model may call.
public struct ToolDefinition: Hashable, Sendable {
    /// The name the model calls it by.
    public var name: String
    /// What it does, for the model to read.
    public var description: String
    /// A JSON schema of its arguments.
    public var parameters: JSONValue

    /// A tool with a name, a description and a JSON schema of its arguments.
    public init(name: String, description: String, parameters: JSONValue) {
        self.name = name
        self.description = description
        self.parameters = parameters
    }
}

/// A model's wish to have a tool called.
public struct ToolCall: Hashable, Sendable {
    /// What the result refers to.
    public var id: String
    /// The tool's name.
    public var name: String
    /// The arguments, as JSON text exactly as the model wrote it.
    public var arguments: String

    /// A call of `name` with arguments in JSON.
    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

/// What a tool answered.
public struct ToolResult: Hashable, Sendable {
    /// The ``ToolCall/id`` this answers.
    public var callID: String
    /// The result, as text or JSON text.
    public var content: String

    /// The result of the call with this id.
    public init(callID: String, content: String) {
        self.callID = callID
        self.content = content
    }
}
