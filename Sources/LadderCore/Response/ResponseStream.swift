/// An answer that is still coming, as the caller gets it. It can be read once.
///
/// ```swift
/// let stream = try await pipeline.streamResponse(to: "Tell me a story.")
/// print(stream.fallbackLevel)
/// for try await text in stream.text { print(text, terminator: "") }
/// ```
///
/// When the stream is returned its first content is here and its level is known. An answer that is cut ends with
/// `.finished` and the finish reason `partial`; under ``Pipeline/requiringComplete()`` the stream throws once and has
/// ended then.
///
/// Leaving a loop keeps the stream open: another loop, or ``collect()``, goes on where it stopped. To give the answer
/// up, call ``cancel()`` or release the stream and its iterators. One task reads at a time; a second one gets an
/// `invalidRequest` error while the first waits for a piece.
public final class ResponseStream: AsyncSequence, Sendable {
    /// A piece of the answer.
    public typealias Element = ReplyChunk

    /// The end of the answer for its caller.
    private struct End {
        let completion: Completion
        let latency: Duration
        /// The error that was thrown instead of a partial answer.
        var error: ChatError?
    }

    /// The id of the call, by which ``Pipeline/report(wrongAnswer:entry:)`` and logs name it.
    public var id: String { call.id }
    /// The fallback level that the answer is served from.
    public let fallbackLevel: FallbackLevel
    /// The name of the model that writes the answer.
    public let model: String
    /// The age of an answer that comes from a cache, and what it saved; nil for any other answer.
    public let cached: CacheHit?
    private let headMetadata: ReplyMetadata?
    private let live: LiveReply
    private let call: Call
    private let end = Locked<End?>(nil)

    init(_ live: LiveReply, of reply: Reply, call: Call) {
        self.live = live
        self.call = call
        fallbackLevel = reply.level
        model = reply.model
        cached = reply.cached
        headMetadata = reply.metadata
    }

    deinit {
        cancel()
    }

    /// Returns the next piece, or nil after the last.
    ///
    /// - Throws: `CancellationError` when the task was cancelled or the stream was. Under
    ///   ``Pipeline/requiringComplete()`` the error that cut the answer, once. `invalidRequest` while another task
    ///   reads; the stream goes on for that task.
    public func next() async throws -> ReplyChunk? {
        do {
            let chunk = try await live.core.next()
            if case .finished? = chunk { finish(live.core.completion) }
            return chunk
        } catch let error as SecondReader {
            throw error.chatError
        } catch let error as ChatError {
            return try cut(by: error)
        } catch {
            call.abandoned(fallbackLevel, by: model)
            throw error
        }
    }

    private func cut(by error: ChatError) throws -> ReplyChunk? {
        if end.withLock({ $0 != nil }) { return nil }
        var completion = live.core.completion
        completion.finishReason = .partial(error.cut)
        completion.usage = error.usage ?? completion.usage
        guard call.core.settings.requiresComplete else {
            finish(completion)
            return .finished(completion.finishReason, usage: completion.usage)
        }
        var error = error
        error.partialText = completion.text
        error.usage = completion.usage
        error.attempts = call.attempts
        error.callID = call.id
        set(End(completion: completion, latency: call.now - call.start, error: error))
        call.end { $0.error = error.kind }
        throw error
    }

    private func finish(_ completion: Completion) {
        set(End(completion: completion, latency: call.now - call.start))
        call.finish(reply(with: completion))
    }

    private func reply(with completion: Completion) -> Reply {
        var reply = Reply(level: fallbackLevel, model: model, completion)
        reply.cached = cached
        return reply
    }

    private func set(_ newEnd: End) {
        end.withLock { $0 = newEnd }
    }

    private var soFar: Completion { end.withLock { $0?.completion } ?? live.core.completion }

    /// The text that was read so far.
    public var content: String { soFar.text }

    /// What was read so far as a turn of the assistant. After the end it is ready to append to the conversation.
    public var message: ChatMessage { ChatMessage(role: .assistant, content: soFar.content) }

    /// The decisions of the layers so far.
    public var trace: Trace { call.trace }

    /// The attempts of the call so far.
    public var attempts: [Attempt] { call.attempts }

    /// The reason why the answer ended. Nil while it is still coming.
    public var finishReason: FinishReason? { end.withLock { $0?.completion.finishReason } }

    /// The provider's id of the answer and its rate limits. Known at the first content, where the provider sends them
    /// before it.
    public var metadata: ReplyMetadata? { end.withLock { $0?.completion.metadata } ?? headMetadata }

    /// The tokens that the answer used. Nil while it is still coming.
    public var usage: Usage? { end.withLock { $0?.completion.usage } }

    /// The cost of all attempts of the call so far. Nil when a price is unknown.
    public var cost: Money? { call.spent.money }

    /// The time that the call took, or has taken so far.
    public var latency: Duration { end.withLock { $0?.latency } ?? call.now - call.start }

    /// Returns what happened in this call so far, as text: level, time, attempts and every decision.
    public func explain() -> String {
        CallExplanation(level: fallbackLevel, model: model, finishReason: finishReason, latency: latency, call: call)
            .text
    }

    /// The time on the calendar.
    package var wallNow: WallTime { call.runtime.wallNow }

    /// Gives the answer up, as releasing the stream does. A task that reads on gets a `CancellationError`.
    public func cancel() {
        // The answer first, so that the end of the call knows what its attempt has used.
        live.core.end(.abandoned)
        call.abandoned(fallbackLevel, by: model)
    }

    /// Reads to the end and returns the whole answer, also what was read before.
    ///
    /// - Throws: What ``next()`` throws, and under ``Pipeline/requiringComplete()`` always the error that cut the
    ///   answer.
    public func collect() async throws -> ChatResponse {
        while try await next() != nil {}
        let end = end.withLock { $0 }
        if let error = end?.error { throw error }
        return ChatResponse(
            reply(with: end?.completion ?? live.core.completion), call: call, latency: end?.latency)
    }

    /// The text of the stream, without other pieces.
    public var text: Text { Text(stream: self) }

    /// Returns an iterator. All iterators of a stream share one position.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }
}
