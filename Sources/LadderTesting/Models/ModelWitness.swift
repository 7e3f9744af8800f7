import LadderCore

/// Counts what one or several models served, and records contract violations that only a model can see.
///
/// Models of one pipeline may share a witness; an attempt limit is then checked over all of them together.
public final class ModelWitness: Sendable {
    private struct State {
        var served = 0
        var total = 0
        var attempts: [String: Int] = [:]
        var violations: [String] = []
    }

    /// The number of attempts that one call may make. Nil means it is not checked.
    public let maximumAttempts: Int?
    private let state = Locked(State())

    /// Creates a witness to share between models.
    public init(maximumAttempts: Int? = nil) {
        self.maximumAttempts = maximumAttempts
    }

    /// The number of tokens served: each prompt with the first content, and every piece of an answer that was handed over.
    public var servedTokens: Int { state.withLock { $0.served } }

    /// The number of attempts that reached a model.
    public var attemptCount: Int { state.withLock { $0.total } }

    /// What went wrong, oldest first: an attempt after cancellation or the deadline, more attempts than allowed, or a read
    /// after a stream's end.
    public var violations: [String] { state.withLock { $0.violations } }

    func attempt(on model: String, request: ChatRequest, context: CallContext) -> RecordedAttempt {
        let attempt = RecordedAttempt(model: model, request: request, context: context)
        let wasCancelled = Task.isCancelled
        state.withLock { state in
            state.total += 1
            let attempts = state.attempts[attempt.callID, default: 0] + 1
            state.attempts[attempt.callID] = attempts
            let place = "\(model), call \(attempt.callID), \(attempt.time.sinceOrigin)"
            if wasCancelled { state.violations.append("asked after cancellation: \(place)") }
            if let deadline = attempt.deadline, attempt.time >= deadline {
                state.violations.append("asked after the deadline: \(place)")
            }
            if let maximumAttempts, attempts > maximumAttempts {
                state.violations.append("attempt \(attempts) of \(maximumAttempts): \(place)")
            }
        }
        return attempt
    }

    func served(_ tokens: Int) {
        state.withLock { $0.served = $0.served.saturatingAdding(tokens) }
    }

    func report(_ violation: String) {
        state.withLock { $0.violations.append(violation) }
    }
}
