/// What a layer returns: a rung, a model's name, and an answer that is whole or still coming.
///
/// A layer need not know which. ``collect()`` waits for all of it, ``onEnd(_:)`` tells
/// how it ended.
public struct Reply: Sendable {
    /// The answer itself.
    public enum Body: Sendable {
        /// All of it.
        case whole(Completion)
        /// Piece by piece; the first piece is there.
        case live(LiveReply)
    }

    /// The rung it is served from.
    public var level: FallbackLevel
    /// The model that gave it.
    public var model: String
    /// The answer itself.
    public var body: Body

    /// A reply with a body of either kind.
    public init(level: FallbackLevel = .primary, model: String, body: Body) {
        self.level = level
        self.model = model
        self.body = body
    }

    /// A whole answer.
    public init(level: FallbackLevel = .primary, model: String, _ completion: Completion) {
        self.init(level: level, model: model, body: .whole(completion))
    }

    /// A live answer whose first content is awaited here.
    ///
    /// What the source throws before its first content is thrown, so that layers can cure it. A source that ends without
    /// any content throws `invalidOutput`, or `contentFiltered` where a filter ended it.
    public static func live(
        level: FallbackLevel = .primary, model: String, from source: any ReplySource
    ) async throws -> Reply {
        var early: [ReplyChunk] = []
        while let chunk = try await source.next() {
            if chunk.isEmpty { continue }
            early.append(chunk)
            if chunk.isContent {
                return Reply(level: level, model: model, body: .live(LiveReply(source, after: early)))
            }
            if case .finished(let ending) = chunk {
                let kind: ChatError.Kind = ending.finishReason == .filtered ? .contentFiltered : .invalidOutput
                throw ChatError(kind, message: "the stream ended without content", usage: ending.usage)
            }
        }
        // Some sources, `AsyncThrowingStream` among them, end when their reader is cancelled.
        try Task.checkCancellation()
        throw ChatError(.server, message: "the stream ended before it began")
    }

    /// Whether the answer is still coming.
    public var isLive: Bool {
        if case .live = body { return true }
        return false
    }

    /// The answer of a reply that is not live.
    var whole: Completion {
        guard case .whole(let completion) = body else { preconditionFailure("the answer is still coming") }
        return completion
    }

    /// The same reply with another, whole answer.
    public func replacing(with completion: Completion) -> Reply {
        Reply(level: level, model: model, completion)
    }

    /// The whole answer, waited for if need be. A live reply is used up by it.
    ///
    /// Throws what cut it, with the text so far in the error.
    public func collect() async throws -> Completion {
        switch body {
        case .whole(let completion): return completion
        case .live(let live): return try await live.collect()
        }
    }

    /// Tells how the reply ends, exactly once: at once for a whole answer, else when the stream ends or is dropped.
    ///
    /// Layers further in are told first. The closure is called by whoever ends the reply: keep it short, and spawn what is
    /// slow. It must not capture the reply, or the end will never come:
    ///
    /// ```swift
    /// reply.onEnd { outcome in print(outcome.level, outcome.usage.totalTokens) }
    /// ```
    public func onEnd(_ tell: @escaping @Sendable (Outcome) -> Void) {
        switch body {
        case .whole(let completion):
            tell(Outcome(result: .completed, level: level, model: model, content: .whole(completion)))
        case .live(let live):
            live.core.register(EndingHandler(level: level, model: model, tell: tell))
        }
    }
}
