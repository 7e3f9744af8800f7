/// Where the model is called: the end of every pipeline.
///
/// Deadline, attempt limit, budget and time limits are enforced here, so that no layer can forget them.
struct ModelCall: Middleware {
    @inline(__always)
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try Task.checkCancellation()
        let call = context.call
        guard let model = context.target?.known ?? call.core.model(named: request.model) else {
            throw refusal(.modelNotFound, request, context)
        }
        if let kind = context.budget.refusal(of: call) { throw refusal(kind, request, context) }
        let start = context.now
        if let deadline = context.deadline, start >= deadline { throw refusal(.deadlineExceeded, request, context) }
        guard context.takeAttempt() else { throw refusal(.attemptsExhausted, request, context) }

        let target = context.targetID(for: request)
        let index = call.change { $0.begin(Attempt(target: target, start: start)) }
        if context.budget.account != nil || context.hasLimits(for: model) {
            return try await LimitedAttempt(model, request, context, index).run()
        }
        // Nothing to reserve and nothing to run out: the model is asked in the caller's own task.
        let reply: Reply
        do {
            reply = try await model.respond(to: request, context: context)
            try reply.check()
        } catch {
            throw AttemptSettlement(index, context, model, request).end(by: error)
        }
        if let usage = reply.usage {
            context.settle(index, usage, of: model, request, hold: nil, verdict: .answered)
            return reply
        }
        return try await follow(reply, model, request, context, index)
    }

    private func follow(
        _ reply: Reply, _ model: PricedModel, _ request: ChatRequest, _ context: CallContext, _ index: Int
    ) async throws -> Reply {
        guard case .live(let live) = reply.body else { return reply }
        AttemptSettlement(index, context, model, request).follow(live)
        return context.delivery == .streamed ? reply : try await collected(reply, request, context)
    }

    /// A model that was asked for a whole answer and streams all the same.
    private func collected(
        _ reply: Reply, _ request: ChatRequest, _ context: CallContext
    ) async throws -> Reply {
        do {
            return reply.replacing(with: try await reply.collect())
        } catch let error as ChatError {
            throw error.duringAttempt(at: context.targetID(for: request)).cutting(reply)
        }
    }

    /// Nobody is asked; the last real error is kept beneath.
    private func refusal(_ kind: ChatError.Kind, _ request: ChatRequest, _ context: CallContext) -> ChatError {
        let call = context.call
        var error = ChatError(kind, underlying: call.lastError)
        error.stage = "model"
        error.target = context.targetID(for: request)
        context.note(.refused, by: "model", reason: kind.name)
        return error
    }
}

extension Reply {
    /// Throws where a whole answer says nothing, as a stream without content does.
    func check() throws {
        guard case .whole(let completion) = body, completion.isEmpty else { return }
        let kind: ChatError.Kind = completion.finishReason == .filtered ? .contentFiltered : .invalidOutput
        throw ChatError(kind, message: "the answer is empty", usage: completion.usage)
    }

    /// What a whole answer used. Nil while it is still coming.
    fileprivate var usage: Usage? {
        if case .whole(let completion) = body { return completion.usage }
        return nil
    }
}

extension CallContext {
    /// Whether something could run out while this model is asked.
    func hasLimits(for model: PricedModel) -> Bool {
        deadline != nil || limits.total != nil
            || (limits.firstToken != nil || limits.silence != nil) && model.streams
    }

    /// What the model that is asked charges. A deployment's price is known by its model's name.
    func price(of model: PricedModel, _ request: ChatRequest) -> ModelPrice? {
        guard let target else { return model.price }
        return call.core.price(of: target.modelID ?? request.model)
    }

    /// What this use of the model costs. Nil where its price is unknown.
    func cost(of usage: Usage, by model: PricedModel, _ request: ChatRequest) -> Money? {
        if usage.totalTokens == 0 { return .zero }
        guard let target else { return model.cost(of: usage) }
        return call.core.cost(of: usage, by: target.modelID ?? request.model)
    }
}

extension CallBudget {
    /// Why nothing may be spent, if so.
    func refusal(of call: Call) -> ChatError.Kind? {
        switch allowance {
        case .full: return nil
        case .freeOnly(let until): return .budgetExhausted(resets: until)
        case .upTo(let limit):
            let spent = call.spent
            if let tokens = limit.tokens, (spent.tokens ?? .max) >= tokens { return .budgetExhausted(resets: nil) }
            if let money = limit.money, spent.money.map({ $0 >= money }) ?? true {
                return .budgetExhausted(resets: nil)
            }
            return nil
        }
    }
}

extension ChatError {
    /// The same error, with the model whose answer it cut.
    func cutting(_ reply: Reply) -> ChatError {
        guard partialText != nil else { return self }
        var error = self
        error.partialModel = reply.model
        return error
    }

    /// The same error, as one of a model that was being asked.
    func duringAttempt(at target: String) -> ChatError {
        var error = self
        error.occurredDuringAttempt = true
        error.stage = "model"
        error.target = target
        return error
    }
}
