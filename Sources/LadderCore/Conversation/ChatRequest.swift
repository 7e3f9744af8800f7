/// What a model is asked: messages, options, tools and the wanted shape of the answer.
///
/// Everything in a request is part of its identity, with one exception: two requests of one tenant may share a cached
/// answer when they differ only in the opaque bytes of reasoning and signatures
/// (``ReasoningContent/opaqueBytes``, ``ToolCall/signature``). `==` compares these bytes too. *How* a call runs
/// (deadline, tenant, delivery) is said elsewhere, in ``CallOptions``.
///
/// ```swift
/// let request = ChatRequest(
///     model: "gpt-4o-mini",
///     messages: [.system("Answer in one sentence."), .user("Why is the sky blue?")],
///     options: ModelOptions(temperature: 0.2, maximumResponseTokens: 200)
/// )
/// ```
public struct ChatRequest: Hashable, Sendable {
    /// The logical model name. Empty means the pipeline's first model; layers always see a name.
    public var model: String
    /// The conversation so far, oldest message first.
    public var messages: [ChatMessage]
    /// The settings of the generation, such as temperature and maximum length.
    public var options: ModelOptions
    /// The tools that the model may call.
    public var tools: [ToolDefinition]
    /// The wanted shape of the answer: text, JSON, or JSON that follows a schema.
    public var responseFormat: ResponseFormat

    /// Creates a request from a conversation.
    public init(
        model: String = "",
        messages: [ChatMessage],
        options: ModelOptions = ModelOptions(),
        tools: [ToolDefinition] = [],
        responseFormat: ResponseFormat = .text
    ) {
        self.model = model
        self.messages = messages
        self.options = options
        self.tools = tools
        self.responseFormat = responseFormat
    }

    /// Creates a request with one user message, after a message with instructions if `system` is given.
    public init(_ text: String, system: String? = nil, model: String = "") {
        self.init(model: model, messages: (system.map { [.system($0)] } ?? []) + [.user(text)])
    }

    /// The text of the last user message, or nil when there is none.
    public var lastUserText: String? {
        messages.last { $0.role == .user }?.text
    }
}
