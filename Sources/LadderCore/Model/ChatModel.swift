/// A type that answers requests by asking a provider, at the end of a pipeline.
///
/// A model asks its provider once. It does not retry, does not fall back and sets no timers: that is the work of the
/// layers. It throws `ChatError` with the right ``ChatError/Kind``; anything else it throws counts as `server`.
///
/// ```swift
/// struct Parrot: ChatModel {
///     let name = "parrot"
///     func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
///         Reply(model: name, Completion(request.lastUserText ?? ""))
///     }
/// }
/// ```
///
/// When ``CallContext/delivery`` is `streamed`, a model that can stream returns a live reply, and only once the first
/// text or tool call has arrived: what fails before that is thrown, so that other layers can recover.
/// ``Reply/live(level:model:from:metadata:)`` waits for that. A model may be asked for a stream although the caller wants a
/// whole answer; it looks at the delivery and nothing else.
///
/// A model must not block its thread: it suspends while it waits. One that computes or blocks says so with
/// ``blocksItsThread``, because no limit can cut it otherwise and it holds a thread that all tasks share.
///
/// Check yours with `checkModel` of LadderTesting.
public protocol ChatModel: Sendable {
    /// The logical name by which requests ask for the model.
    var name: String { get }

    /// Whether the model can stream. For one that cannot, only the limit on the whole attempt applies. Defaults to
    /// `true`.
    var streams: Bool { get }

    /// Whether the model runs on this machine, so that it answers without a network. Defaults to `false`.
    ///
    /// `Pipeline.standard` makes local fallback candidates of such models.
    var isLocal: Bool { get }

    /// Whether ``respond(to:context:)`` blocks or computes instead of suspending, as a model in the process does.
    ///
    /// Under the live runtime such attempts run on a small set of threads of their own, so that limits hold and callers
    /// can leave. When none is free the attempt fails with `overloaded`. Defaults to `false`.
    var blocksItsThread: Bool { get }

    /// Returns the longest time for which a healthy model may be silent before or within its answer because it thinks
    /// without showing it; nil if it is not silent for long.
    ///
    /// The standard time limits wait as long for this model: see ``TimeLimits/allowsSilentThinking``. Defaults to nil. A
    /// model that shows its thinking calls ``CallContext/noteProgress()`` instead.
    func expectedSilence(for request: ChatRequest) -> Duration?

    /// Asks the provider once and returns its answer.
    ///
    /// - Throws: `ChatError`, where the model knows what went wrong; any other error counts as `server`.
    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply

    /// Returns the approximate number of tokens in a text, for reservations and where the provider does not report it.
    ///
    /// Defaults to ``StandardTokenEstimator``. A model with a tokenizer of its own counts with it.
    func estimatedTokens(in text: String) -> Int

    /// Returns the approximate number of input tokens of a request, for reservations and where the provider does not
    /// report it.
    ///
    /// Defaults to the estimates of all texts that are sent: messages, definitions of tools and the schema of the answer,
    /// with four tokens for each message and three for the beginning of the answer, as chat formats add them. A model
    /// around another one forwards the call to it.
    func estimatedInputTokens(of request: ChatRequest) -> Int
}

extension ChatModel {
    /// Whether the model can stream, which is assumed.
    public var streams: Bool { true }

    /// Whether the model runs on this machine, which is not assumed.
    public var isLocal: Bool { false }

    /// Whether the model blocks its thread, which is not assumed.
    public var blocksItsThread: Bool { false }

    /// Returns nil: the model is not silent for long.
    public func expectedSilence(for request: ChatRequest) -> Duration? { nil }

    /// Returns the estimate of ``StandardTokenEstimator``.
    public func estimatedTokens(in text: String) -> Int {
        StandardTokenEstimator().tokens(in: text)
    }

    /// Returns the estimates of all texts of the request, and what chat formats add for each message.
    public func estimatedInputTokens(of request: ChatRequest) -> Int {
        request.inputTokens(counting: estimatedTokens(in:))
    }
}
