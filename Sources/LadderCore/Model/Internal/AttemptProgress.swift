/// The limit on the wait for the first content of an attempt, and what a sign of life of the model changes about it.
///
/// The first sign of life meets the first-token limit. From then on silence is limited, counted from the last sign.
final class AttemptProgress: Sendable {
    private struct State {
        var cut: StreamLimits.Cut?
        weak var stream: StreamCore?
    }

    /// The limit under which the attempt runs to its first content.
    let limit: MovableLimit
    private let silence: Duration?
    /// The earlier of the deadline and the limit on the whole attempt, which no sign of life moves.
    private let end: StreamLimits.Cut?
    private let state: Locked<State>

    /// Creates the limits of an attempt; nil where nothing limits it. A model that does not stream has no first token.
    convenience init?(of model: any ChatModel, in context: CallContext) {
        let limits = context.limits
        let (firstToken, silence) = model.streams ? (limits.firstToken, limits.silence) : (nil, nil)
        var end = StreamLimits()
        func narrow(to instant: Instant?, kind: ChatError.Kind) {
            end.narrow(silence: nil, cut: instant.map { StreamLimits.Cut(at: $0, kind: kind) })
        }
        narrow(to: context.deadline, kind: .deadlineExceeded)
        narrow(to: limits.total, kind: .timedOut(.total))
        if end.cut == nil, firstToken == nil, silence == nil { return nil }
        self.init(firstToken: firstToken, silence: silence, end: end.cut)
    }

    init(firstToken: Instant?, silence: Duration?, end: StreamLimits.Cut?) {
        var limits = StreamLimits(silence: nil, cut: end)
        limits.narrow(silence: nil, cut: firstToken.map { StreamLimits.Cut(at: $0, kind: .timedOut(.firstToken)) })
        limit = MovableLimit(limits.cut?.at)
        self.silence = silence
        self.end = end
        state = Locked(State(cut: limits.cut))
    }

    /// The kind of error that the limit means, as it stands now.
    var kind: ChatError.Kind { state.withLock { $0.cut?.kind } ?? .deadlineExceeded }

    /// Records a sign of life.
    func note(at now: Instant) {
        let (stream, cut) = state.withLock { state -> (StreamCore?, StreamLimits.Cut?) in
            if let stream = state.stream { return (stream, nil) }
            var limits = StreamLimits(silence: nil, cut: end)
            let pause = silence.map { StreamLimits.Cut(at: now + $0, kind: .timedOut(.silence)) }
            limits.narrow(silence: nil, cut: pause)
            state.cut = limits.cut
            return (nil, limits.cut)
        }
        if let stream { return stream.noteProgress(at: now) }
        limit.move(to: cut?.at)
    }

    /// Hands the limits over to the stream whose first content has come.
    func follow(_ stream: StreamCore) {
        state.withLock { $0.stream = stream }
    }
}
