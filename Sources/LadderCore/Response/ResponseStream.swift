/// An answer that is still coming, as the caller gets it. One pass.
///
/// ```swift
/// let stream = try await pipeline.streamResponse(to: "Tell me a story.")
/// print(stream.fallbackLevel)
/// for try await text in stream.text { print(text, terminator: "") }
/// ```
///
/// Its first content is here and its level is known. An answer that is cut ends with `.finished` and finish reason
/// `partial`. Dropping the stream is how to leave early.
public final class ResponseStream: AsyncSequence, Sendable {
    /// What it yields.
    public typealias Element = ReplyChunk

    /// The rung it is served from.
    public let fallbackLevel: FallbackLevel
    /// The model that gives it.
    public let model: String
    private let live: LiveReply
    private let call: Call
    private let ended = Locked<(completion: Completion, latency: Duration)?>(nil)

    init(_ live: LiveReply, level: FallbackLevel, model: String, call: Call) {
        self.live = live
        self.call = call
        fallbackLevel = level
        self.model = model
    }

    deinit {
        // First the answer, so that the call's last word knows what its attempt has used.
        live.core.end(.abandoned)
        call.abandoned(fallbackLevel, model)
    }

    /// The next piece, nil after the last.
    public func next() async throws -> ReplyChunk? {
        do {
            let chunk = try await live.core.next()
            if case .finished? = chunk { finish(live.core.completion) }
            return chunk
        } catch let error as ChatError {
            // A second reader is told so; the answer goes on for the first.
            guard live.core.hasEnded else { throw error }
            return try cut(by: error)
        } catch {
            call.abandoned(fallbackLevel, model)
            throw error
        }
    }

    private func cut(by error: ChatError) throws -> ReplyChunk? {
        if ended.withLock({ $0 != nil }) { return nil }
        var completion = live.core.completion
        completion.finishReason = .partial(error.cut)
        if call.core.settings.requiresComplete {
            var error = error
            error.partialText = completion.text
            error.usage = completion.usage
            error.attempts = call.attempts
            call.end { $0.error = error.kind }
            throw error
        }
        finish(completion)
        return .finished(completion.finishReason, usage: completion.usage)
    }

    private func finish(_ completion: Completion) {
        let latency = call.now - call.start
        ended.withLock { $0 = (completion, latency) }
        call.finish(Reply(level: fallbackLevel, model: model, completion))
    }

    /// What the layers decided so far.
    public var trace: Trace { call.trace }

    /// The attempts of the call so far.
    public var attempts: [Attempt] { call.attempts }

    /// Why the answer ends. Nil while it is still coming.
    public var finishReason: FinishReason? { ended.withLock { $0?.completion.finishReason } }

    /// What the answer used. Nil while it is still coming.
    public var usage: Usage? { ended.withLock { $0?.completion.usage } }

    /// What all attempts of the call cost so far. Nil when a price is unknown.
    public var cost: Money? { call.spent.money }

    /// How long the call has been under way, or took.
    public var latency: Duration { ended.withLock { $0?.latency } ?? call.now - call.start }

    /// What happened in this call so far, for people: level, time, attempts and every decision.
    public func explain() -> String {
        CallExplanation(level: fallbackLevel, model: model, finishReason: finishReason, latency: latency, call: call)
            .text
    }

    /// Leaves the answer, as dropping the stream does: whoever reads on gets a `CancellationError`.
    public func cancel() {
        live.core.end(.abandoned)
        call.abandoned(fallbackLevel, model)
    }

    /// Reads to the end and returns everything, also what was read before.
    public func collect() async throws -> ChatResponse {
        while try await next() != nil {}
        let completion = ended.withLock { $0?.completion } ?? live.core.completion
        return ChatResponse(Reply(level: fallbackLevel, model: model, completion), call)
    }

    /// Only the text.
    public var text: Text { Text(stream: self) }

    /// Reads the stream.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// Reads the stream; there is one pass, whoever reads.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: ResponseStream

        /// The next piece, nil after the last.
        public mutating func next() async throws -> ReplyChunk? { try await stream.next() }
    }

    /// The text of a stream, piece by piece.
    public struct Text: AsyncSequence, Sendable {
        let stream: ResponseStream

        /// Reads the stream.
        public func makeAsyncIterator() -> Iterator { Iterator(stream: stream) }

        /// Reads the stream and passes over everything but text.
        public struct Iterator: AsyncIteratorProtocol {
            let stream: ResponseStream

            /// The next piece of text, nil after the last.
            public mutating func next() async throws -> String? {
                while let chunk = try await stream.next() {
                    if case .text(let text) = chunk { return text }
                }
                return nil
            }
        }
    }
}
