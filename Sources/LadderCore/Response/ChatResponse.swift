/// A whole answer, as the caller gets it.
public struct ChatResponse: Sendable {
    /// How long the call took.
    public let latency: Duration
    let reply: Reply
    private let call: Call

    init(_ reply: Reply, _ call: Call) {
        self.reply = reply
        self.call = call
        latency = call.now - call.start
    }

    /// The answer itself.
    public var completion: Completion { reply.whole }

    /// The rung it was served from.
    public var fallbackLevel: FallbackLevel { reply.level }

    /// The model that gave it.
    public var model: String { reply.model }

    /// The text.
    public var content: String { completion.text }

    /// The tools the model wants called.
    public var toolCalls: [ToolCall] { completion.toolCalls }

    /// The answer as a turn, ready to append to the conversation.
    public var message: ChatMessage { ChatMessage(role: .assistant, content: completion.content) }

    /// Why it ends.
    public var finishReason: FinishReason { completion.finishReason }

    /// What this answer used. See ``cost`` for what the whole call did.
    public var usage: Usage { completion.usage }

    /// What the provider said beside the answer.
    public var metadata: ReplyMetadata? { completion.metadata }

    /// What all attempts of the call cost so far: zero for a cached or written answer, nil when a price is unknown.
    public var cost: Money? { call.spent.money }

    /// The attempts of the call.
    public var attempts: [Attempt] { call.attempts }

    /// What the layers decided.
    public var trace: Trace { call.trace }

    /// What happened in this call, for people: level, time, attempts and every decision.
    public func explain() -> String {
        CallExplanation(level: fallbackLevel, model: model, finishReason: finishReason, latency: latency, call: call)
            .text
    }
}
