/// More of a tool call. Providers send a call in pieces, by index; id and name come with the first.
public struct ToolCallDelta: Hashable, Sendable {
    /// The position of the tool call among those of the answer.
    public var index: Int
    /// The call's identifier, if this piece brings it.
    public var id: String?
    /// The tool's name, if this piece brings it.
    public var name: String?
    /// More of the JSON text of the arguments.
    public var arguments: String
    /// The model's signature of the call, if this piece brings it.
    public var signature: ModelSignature?

    /// Creates a piece of the tool call with this index.
    public init(
        index: Int, id: String? = nil, name: String? = nil, arguments: String = "", signature: ModelSignature? = nil
    ) {
        self.index = index
        self.id = id
        self.name = name
        self.arguments = arguments
        self.signature = signature
    }

    /// Creates a piece that brings a whole call.
    package init(index: Int, _ call: ToolCall) {
        self.init(
            index: index, id: call.id, name: call.name, arguments: call.arguments, signature: call.signature)
    }

    var isEmpty: Bool { id == nil && name == nil && arguments.isEmpty && signature == nil }
}
