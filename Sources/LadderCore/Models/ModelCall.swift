/// Where the model is called: the end of every pipeline.
///
/// Deadline, attempt limit, purse and time limits are enforced here, so that no layer can forget them.
struct ModelCall: Sendable {
    func ask(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        try Task.checkCancellation()
        let call = context.call
        let target = context.targetID(for: request)
        guard let model = context.target?.client ?? call.environment.model(named: request.model) else {
            throw refusal(.modelNotFound, target, call)
        }
        if let kind = context.purse.refusal(of: call) { throw refusal(kind, target, call) }
        let start = context.now
        if let deadline = context.deadline, start >= deadline { throw refusal(.deadlineExceeded, target, call) }
        guard context.takeAttempt() else { throw refusal(.attemptsExhausted, target, call) }

        let attempt = ModelAttempt(model: model, request: request, context: context, target: target)
        return try await attempt.run(from: start)
    }

    /// Nobody is asked; the last real error is kept beneath.
    private func refusal(_ kind: ChatError.Kind, _ target: String, _ call: Call) -> ChatError {
        var error = ChatError(kind, underlying: call.lastError)
        error.stage = "model"
        error.target = target
        call.note(
            TraceEvent(stage: "model", verdict: .refused, reason: kind.name, offset: call.runtime.now - call.start))
        return error
    }
}

extension Purse {
    /// Why nothing may be spent, if so.
    func refusal(of call: Call) -> ChatError.Kind? {
        switch allowance {
        case .full: return nil
        case .freeOnly(let until): return .budgetExhausted(resets: until)
        case .upTo(let limit):
            let spent = call.spent
            if let tokens = limit.tokens, (spent.tokens ?? .max) >= tokens { return .budgetExhausted(resets: nil) }
            if let money = limit.money, let used = spent.money, used >= money { return .budgetExhausted(resets: nil) }
            return nil
        }
    }
}
