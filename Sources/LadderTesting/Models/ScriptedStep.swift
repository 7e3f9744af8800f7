public import LadderCore

/// What a ``ScriptedModel`` does when it is asked: one line of its script.
///
/// Every step serves both deliveries. Asked for a stream, the model hands over pieces; asked for a whole answer, it waits
/// as long as the stream would have taken and answers, or fails, at once.
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

    var chunks: [ReplyChunk] = []
    /// What is returned when a whole answer is wanted, where that says more than the pieces.
    var whole: Completion?
    /// What it is said to have used. Nil means: counted.
    var usage: Usage?
    var ending: Ending
    var firstAfter: Duration
    /// The waits before the second piece, the third …; the last one repeats.
    var pauses: [Duration] = []
    var hearsCancellation = true

    init(ending: Ending, firstAfter: Duration) {
        self.ending = ending
        self.firstAfter = firstAfter
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

    /// Answers with this completion. Usage that is left at zero is counted.
    public static func reply(_ completion: Completion, after latency: Duration = .zero) -> ScriptedStep {
        var step = ScriptedStep(
            ending: .finished(completion.finishReason, metadata: completion.metadata), firstAfter: latency)
        step.whole = completion
        step.chunks = pieces(of: completion)
        step.usage = completion.usage == Usage() ? nil : completion.usage
        return step
    }

    // MARK: Failures

    /// Throws an error of this kind.
    public static func fail(_ kind: ChatError.Kind, after latency: Duration = .zero) -> ScriptedStep {
        fail(ChatError(kind), after: latency)
    }

    /// Throws this error, a `ChatError` or whatever a careless client lets through.
    public static func fail(_ error: any Error, after latency: Duration = .zero) -> ScriptedStep {
        ScriptedStep(ending: .thrown(error), firstAfter: latency)
    }

    /// Never answers. Ends when its task is cancelled, and only then.
    public static var stall: ScriptedStep { ScriptedStep(ending: .silence, firstAfter: .zero) }

    /// Ignores cancellation, and after this long does what `step` says: what badly written clients do.
    public static func ignoringCancellation(
        after latency: Duration, then step: ScriptedStep = .reply("too late")
    ) -> ScriptedStep {
        var step = step.ignoringCancellation()
        step.firstAfter = step.firstAfter + latency
        return step
    }

    /// The same step, by a model that ignores cancellation from beginning to end.
    public func ignoringCancellation() -> ScriptedStep {
        var step = self
        step.hearsCancellation = false
        return step
    }

    private static func pieces(of completion: Completion) -> [ReplyChunk] {
        var calls = 0
        return completion.content.flatMap { part -> [ReplyChunk] in
            switch part {
            case .text(let text): return Words.pieces(of: text).map(ReplyChunk.text)
            case .toolCall(let call):
                defer { calls += 1 }
                return [.toolCall(ToolCallDelta(index: calls, call))]
            case .image, .file, .reasoning: return [.part(part)]
            case .toolResult: return []
            }
        }
    }
}
