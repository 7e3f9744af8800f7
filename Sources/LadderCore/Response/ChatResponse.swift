/// A whole answer, as the caller gets it.
///
/// ```swift
/// let response = try await pipeline.respond(to: "What is a monad?")
/// print(response.content, response.fallbackLevel)
/// ```
public struct ChatResponse: Sendable {
    /// The time that the call took.
    public let latency: Duration
    let reply: Reply
    private let call: Call

    init(_ reply: Reply, call: Call, latency: Duration? = nil) {
        self.reply = reply
        self.call = call
        self.latency = latency ?? call.now - call.start
    }

    /// The id of the call, by which ``Pipeline/report(wrongAnswer:entry:)`` and logs name it.
    public var id: String { call.id }

    /// The answer as its model, or the layer that wrote it, gave it.
    public var completion: Completion { reply.whole }

    /// The fallback level that the answer was served from.
    public var fallbackLevel: FallbackLevel { reply.level }

    /// The name of the model that wrote the answer.
    public var model: String { reply.model }

    /// The text of the answer.
    public var content: String { completion.text }

    /// The tools that the model asks for, in order.
    public var toolCalls: [ToolCall] { completion.toolCalls }

    /// The answer as a turn of the assistant, ready to append to the conversation.
    public var message: ChatMessage { ChatMessage(role: .assistant, content: completion.content) }

    /// The reason why the answer ended. It is `partial` where the answer was cut.
    public var finishReason: FinishReason { completion.finishReason }

    /// The tokens that this answer used when its model wrote it. See ``cost`` for the whole call.
    public var usage: Usage { completion.usage }

    /// What the provider reported beside the answer, such as its request id and rate limits.
    public var metadata: ReplyMetadata? { completion.metadata }

    /// The age of an answer that came from a cache, and what it saved; nil for any other answer.
    public var cached: CacheHit? { reply.cached }

    /// The cost of all attempts and embeddings of the call so far, nil when a price is unknown. A cached or written answer
    /// itself costs nothing.
    public var cost: Money? { call.spent.money }

    /// The attempts of the call, oldest first.
    public var attempts: [Attempt] { call.attempts }

    /// The decisions of the layers.
    public var trace: Trace { call.trace }

    /// Returns what happened in this call, as text: level, time, attempts and every decision.
    public func explain() -> String {
        CallExplanation(level: fallbackLevel, model: model, finishReason: finishReason, latency: latency, call: call)
            .text
    }
}
