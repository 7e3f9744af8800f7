/// What is asked: messages, options, tools and the wanted shape of the answer.
///
/// Everything in a request is part of its identity: two equal requests of one tenant may share one cached answer. *How*
/// a call runs (deadline, tenant, delivery) is said elsewhere, in ``CallOptions``.
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
    /// The conversation so far, oldest first.
    public var messages: [ChatMessage]
    /// How the answer is to be generated.
    public var options: ModelOptions {
        get { boxedOptions?.value ?? ModelOptions() }
        set { boxedOptions = newValue == ModelOptions() ? nil : Box(newValue) }
    }
    /// Nil while all is left to the provider.
    private var boxedOptions: Box<ModelOptions>?
    /// The tools the model may call.
    public var tools: [ToolDefinition]
    /// The wanted shape of the answer.
    public var responseFormat: ResponseFormat

    /// A request made of messages.
    public init(
        model: String = "",
        messages: [ChatMessage],
        options: ModelOptions = ModelOptions(),
        tools: [ToolDefinition] = [],
        responseFormat: ResponseFormat = .text
    ) {
        self.model = model
        self.messages = messages
        self.tools = tools
        self.responseFormat = responseFormat
        self.options = options
    }

    /// A request with one user message, and instructions before it if there are any.
    public init(_ text: String, system: String? = nil, model: String = "") {
        self.init(model: model, messages: (system.map { [.system($0)] } ?? []) + [.user(text)])
    }

    /// The text of the last user message, if there is one.
    public var lastUserText: String? {
        messages.last { $0.role == .user }?.text
    }
}
