public import LadderCore

/// What a ``ScriptedModel`` does in one attempt.
///
/// Every step serves both deliveries. Asked for a stream, the model hands over pieces; asked for a whole answer, it waits
/// as long as the stream would have taken, then answers or fails.
///
/// ```swift
/// let steps: [ScriptedStep] = [
///     .fail(.server), .reply("hi", after: .seconds(2)), .stream(["a ", "b "], every: .milliseconds(50)), .stall,
/// ]
/// ```
public struct ScriptedStep: Sendable {
    enum Ending: Sendable {
        case finished(FinishReason, metadata: ReplyMetadata?)
        case thrown(any Error)
        case silence
    }

    package var chunks: [ReplyChunk] = []
    /// The whole answer, where it holds more than the pieces can say.
    var whole: Completion?
    /// The usage the model reports. Nil means that words are counted.
    package var usage: Usage?
    var ending: Ending
    var firstAfter: Duration
    /// The waits before the second piece, the third and so on; the last one repeats.
    var pauses: [Duration] = []
    var ignoresCancellation = false

    init(ending: Ending, firstAfter: Duration) {
        self.ending = ending
        self.firstAfter = firstAfter
    }

    /// Ends an answer that would be complete for another reason.
    package mutating func finish(because reason: FinishReason) {
        if case .finished(.stop, let metadata) = ending { ending = .finished(reason, metadata: metadata) }
    }

    func pause(before index: Int) -> Duration {
        guard index > 0, let last = pauses.last else { return .zero }
        return index <= pauses.count ? pauses[index - 1] : last
    }

    // MARK: Answers

    /// Answers with this text; a stream hands it over word by word.
    public static func reply(_ text: String, after latency: Duration = .zero) -> ScriptedStep {
        reply(Completion(text), after: latency)
    }

    /// Answers with this completion. Words are counted where its usage is zero.
    public static func reply(_ completion: Completion, after latency: Duration = .zero) -> ScriptedStep {
        var step = ScriptedStep(
            ending: .finished(completion.finishReason, metadata: completion.metadata), firstAfter: latency)
        step.whole = completion
        step.chunks = completion.chunks { $0.wordPieces }
        step.usage = completion.usage == Usage() ? nil : completion.usage
        return step
    }

    // MARK: Failures

    /// Throws an error of this kind before any content.
    public static func fail(_ kind: ChatError.Kind, after latency: Duration = .zero) -> ScriptedStep {
        fail(ChatError(kind), after: latency)
    }

    /// Throws this error, a `ChatError` or one that a client failed to classify.
    public static func fail(_ error: any Error, after latency: Duration = .zero) -> ScriptedStep {
        ScriptedStep(ending: .thrown(error), firstAfter: latency)
    }

    /// Never answers. The attempt ends only when its task is cancelled.
    public static var stall: ScriptedStep { ScriptedStep(ending: .silence, firstAfter: .zero) }

    /// Ignores cancellation, and plays `step` after a wait, as a badly written client does.
    public static func ignoringCancellation(
        after latency: Duration, then step: ScriptedStep = .reply("too late")
    ) -> ScriptedStep {
        var step = step.ignoringCancellation()
        step.firstAfter = step.firstAfter + latency
        return step
    }

    /// Returns the same step for a model that ignores cancellation from beginning to end.
    public func ignoringCancellation() -> ScriptedStep {
        var step = self
        step.ignoresCancellation = true
        return step
    }
}
