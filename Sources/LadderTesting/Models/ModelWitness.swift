import LadderCore

/// What one or several models saw: how much they served, and what should not have happened to them.
///
/// Models of one pipeline may share a witness; then an attempt limit is checked over all of them together.
public final class ModelWitness: Sendable {
    private struct State {
        var served = 0
        var asks = 0
        var attempts: [String: Int] = [:]
        var violations: [String] = []
    }

    /// How often one call may ask. Nil means it is not checked.
    public let maximumAttempts: Int?
    private let state = Locked(State())

    /// A witness that has seen nothing yet.
    public init(maximumAttempts: Int? = nil) {
        self.maximumAttempts = maximumAttempts
    }

    /// Tokens served: prompts at acceptance, and every piece handed over.
    public var servedTokens: Int { state.withLock { $0.served } }

    /// How often a model was asked.
    public var askCount: Int { state.withLock { $0.asks } }

    /// Broken promises, oldest first: asked after cancellation or the deadline, more often than allowed, or read on after
    /// a stream's end.
    public var violations: [String] { state.withLock { $0.violations } }

    func asked(_ model: String, _ request: ChatRequest, _ context: CallContext) -> ModelAsk {
        let ask = ModelAsk(model, request, context)
        let wasCancelled = Task.isCancelled
        state.withLock { state in
            state.asks += 1
            let attempts = state.attempts[ask.callID, default: 0] + 1
            state.attempts[ask.callID] = attempts
            let facts = "\(model), call \(ask.callID), \(ask.time.sinceOrigin)"
            if wasCancelled { state.violations.append("asked after cancellation: \(facts)") }
            if let deadline = ask.deadline, ask.time >= deadline {
                state.violations.append("asked after the deadline: \(facts)")
            }
            if let maximumAttempts, attempts > maximumAttempts {
                state.violations.append("attempt \(attempts) of \(maximumAttempts): \(facts)")
            }
        }
        return ask
    }

    func served(_ tokens: Int) {
        state.withLock { state in
            let (sum, overflow) = state.served.addingReportingOverflow(tokens)
            state.served = overflow ? .max : sum
        }
    }

    func saw(_ violation: String) {
        state.withLock { $0.violations.append(violation) }
    }
}
