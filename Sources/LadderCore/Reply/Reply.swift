/// What a layer returns: an answer that is whole or still coming, with its fallback level and the name of its model.
///
/// A layer need not know which kind of answer it is: ``collect()`` returns all of it, ``onEnd(_:)`` reports how it
/// ended.
public struct Reply: Sendable {
    /// The content of a reply.
    public enum Body: Sendable {
        /// A whole answer.
        case whole(Completion)
        /// An answer that comes piece by piece. Its first piece is here.
        case live(LiveReply)
    }

    /// The fallback level that the answer is served from.
    public var level: FallbackLevel
    /// The name of the model that wrote the answer.
    public var model: String
    /// The answer, whole or live.
    public var body: Body
    /// What is known about an answer that comes from a cache; nil for any other answer.
    public var cached: CacheHit?
    /// What the provider sent before the content of a live answer.
    private var headMetadata: ReplyMetadata?

    /// Creates a reply with a body of either kind.
    public init(level: FallbackLevel = .primary, model: String, body: Body) {
        self.level = level
        self.model = model
        self.body = body
    }

    /// Creates a reply with a whole answer.
    public init(level: FallbackLevel = .primary, model: String, _ completion: Completion) {
        self.init(level: level, model: model, body: .whole(completion))
    }

    /// Returns a live reply once its first content is there.
    ///
    /// Empty pieces are keep-alives; they are skipped. Reasoning is kept, but it is no content.
    ///
    /// - Throws: What the source throws before its first content, so that layers can cure it. `invalidOutput` where the
    ///   source ends without any content, `contentFiltered` where a filter ended it, and the error of the cut where its
    ///   ending says that it was cut.
    ///
    /// - Parameters:
    ///   - level: The fallback level of the answer.
    ///   - model: The name of the model that writes it.
    ///   - source: The source of its pieces.
    ///   - metadata: What the provider sent before the content, such as its rate limits.
    public static func live(
        level: FallbackLevel = .primary, model: String, from source: any ReplySource, metadata: ReplyMetadata? = nil
    ) async throws -> Reply {
        var pieces: [ReplyChunk] = []
        var keepAlives = KeepAlivePause()
        var reasoning = KeepAlivePause(longest: .milliseconds(1))
        while let chunk = try await source.next() {
            if chunk.isEmpty {
                try await keepAlives.afterEmptyPiece(on: CallDepth.runtime)
                continue
            }
            if let error = chunk.cutError { throw error }
            pieces.append(chunk)
            if chunk.isContent {
                var reply = Reply(level: level, model: model, body: .live(LiveReply(source, after: pieces)))
                reply.headMetadata = metadata
                return reply
            }
            if case .finished(let ending) = chunk {
                let kind: ChatError.Kind = ending.finishReason == .filtered ? .contentFiltered : .invalidOutput
                throw ChatError(kind, message: "the stream ended without content", usage: ending.usage)
            }
            // Reasoning is progress and is hardly slowed down, but without an end it must not keep limits away either.
            try await reasoning.afterEmptyPiece(on: CallDepth.runtime)
        }
        // Some sources, `AsyncThrowingStream` among them, end when the task that reads them is cancelled.
        try Task.checkCancellation()
        throw ChatError(.server, message: "the stream ended before it began")
    }

    /// The provider's id of the answer and its rate limits, as far as they are known. Of a live answer it is what came
    /// before the content.
    public var metadata: ReplyMetadata? {
        if case .whole(let completion) = body { return completion.metadata }
        return headMetadata
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

    /// Returns the reply with another answer, which is whole.
    public func replacing(with completion: Completion) -> Reply {
        var reply = self
        reply.body = .whole(completion)
        return reply
    }

    /// Returns the whole answer, and waits for it if need be. A live reply is used up by it.
    ///
    /// - Throws: What cut the answer, with the text so far in ``ChatError/partialText``.
    public func collect() async throws -> Completion {
        switch body {
        case .whole(let completion): return completion
        case .live(let live): return try await live.collect()
        }
    }

    /// Registers a closure that is called once, when the reply ends: at once for a whole answer, else when the stream
    /// ends or is released.
    ///
    /// Closures of layers further in are called first. The closure runs on the task that ends the reply, so keep it
    /// short and spawn what is slow. It must not capture the reply, or the end never comes:
    ///
    /// ```swift
    /// let reply = Reply(model: "m", Completion("hi"))
    /// reply.onEnd { outcome in print(outcome.level, outcome.usage.totalTokens) }
    /// ```
    public func onEnd(_ handler: @escaping @Sendable (Outcome) -> Void) {
        switch body {
        case .whole(let completion):
            handler(Outcome(result: .completed, level: level, model: model, content: .whole(completion)))
        case .live(let live):
            live.core.register(EndingHandler(level: level, model: model, handle: handler))
        }
    }
}
