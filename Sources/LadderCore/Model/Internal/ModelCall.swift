/// The end of every pipeline, where the model is called.
///
/// Deadline, attempt limit, budget and time limits are enforced here, so that no layer can forget them.
struct ModelCall: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await reply(to: request, context: context)
        } catch let error as ChatError where error.asksAgain && context.attemptsLeft > 0 {
            context.note(.retrying, by: "model", reason: "the client leaves out what the provider refused")
            return try await reply(to: request, context: context)
        }
    }

    /// Asks the model once.
    private func reply(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try Task.checkCancellation()
        // Read once: another caller can become the payer at any moment, and the attempt is recorded in one call.
        let payer = context.payer?.context ?? context
        let (call, budget) = (payer.call, payer.budget)
        // After a shutdown has cancelled what was under way, the layers shut down: a call that is still open ends.
        if call.core.registry.isCancelled { throw CancellationError() }
        guard let model = call.core.model(for: request, target: context.target) else {
            throw refusal(.modelNotFound, of: request, in: context)
        }
        if let kind = budget.refusal(after: call.spent) { throw refusal(kind, of: request, in: context) }
        let start = context.now
        if let deadline = context.deadline, start >= deadline {
            throw refusal(.deadlineExceeded, of: request, in: context)
        }
        guard context.takeAttempt() else { throw refusal(.attemptsExhausted, of: request, in: context) }

        let target = context.targetID(for: request)
        let index = call.change { $0.begin(Attempt(target: target, start: start)) }
        let readable = readable(request, by: model.model, in: context)
        return try await ModelAttempt(
            of: model, request: readable, context: context, recordedIn: call, at: index, paidFrom: budget
        ).run()
    }

    /// Returns the request without what another model has signed: providers refuse reasoning that is not their own.
    private func readable(
        _ request: ChatRequest, by model: any ChatModel, in context: CallContext
    ) -> ChatRequest {
        // Most conversations hold nothing signed: they are not copied.
        guard request.hasSignedParts else { return request }
        let names = [request.model, model.name] + [context.target?.modelID].compactMap { $0 }
        let (readable, removed) = request.keepingReasoning(of: names)
        if removed > 0 {
            context.note(.noted, by: "model", reason: "left out \(removed) parts that another model has signed")
        }
        return readable
    }

    /// Records and returns the error of a call that may not ask a model, with the last error of a model beneath it.
    private func refusal(_ kind: ChatError.Kind, of request: ChatRequest, in context: CallContext) -> ChatError {
        var error = ChatError(kind, underlying: context.payingCall.lastError)
        error.stage = "model"
        error.target = context.targetID(for: request)
        context.note(.refused, by: "model", reason: "\(kind)")
        return error
    }
}

extension Reply {
    /// Throws the error that a stream would throw, if a whole answer has no content or was cut.
    func checkIsAnswer() throws {
        guard case .whole(let completion) = body else { return }
        if case .partial(let cut) = completion.finishReason {
            var error = ChatError(cut: cut)
            error.usage = completion.usage
            if !completion.text.isEmpty { error.partialText = completion.text }
            throw error.withTextOf(self)
        }
        guard completion.isEmpty else { return }
        let kind: ChatError.Kind = completion.finishReason == .filtered ? .contentFiltered : .invalidOutput
        throw ChatError(kind, message: "the answer is empty", usage: completion.usage)
    }
}
