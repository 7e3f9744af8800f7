/// Sees one attempt to its settlement. It belongs to the attempt, not to its caller: an attempt that outlives its caller
/// is still paid for.
final class AttemptSettlement: Sendable {
    let model: PricedModel
    let request: ChatRequest
    let context: CallContext
    let index: Int
    /// What was set aside for this attempt is settled with it.
    private let hold: BudgetReservation?

    init(
        _ index: Int, _ context: CallContext, _ model: PricedModel, _ request: ChatRequest,
        hold: BudgetReservation? = nil
    ) {
        self.hold = hold
        self.index = index
        self.context = context
        self.model = model
        self.request = request
    }

    private func end(_ usage: Usage?, error: ChatError?, verdict: TraceEvent.Verdict) {
        context.settle(index, usage, of: model, request, hold: hold, verdict: verdict, error: error)
    }

    /// The model threw. Returns what its caller is to see.
    ///
    /// Whatever a model makes of its cancellation, an error of its network client for instance, the caller has left.
    func end(by error: any Error) -> any Error {
        if Task.isCancelled {
            end((error as? ChatError)?.usage, error: nil, verdict: .abandoned)
            return CancellationError()
        }
        let error = ChatError(wrapping: error).duringAttempt(at: context.targetID(for: request))
        end(error.usage, error: error, verdict: .failed)
        return error
    }

    /// The first content is there; the rest settles itself.
    func follow(_ live: LiveReply) {
        let call = context.call
        let now = context.now
        let event = TraceEvent(
            stage: "model", verdict: .answered, reason: context.targetID(for: request), offset: now - call.start)
        let isInTime = call.change { record in
            // An attempt that was cut has failed: content that comes later is no answer.
            if record.attempts[index].error != nil { return false }
            record.attempts[index].firstContent = now
            record.append(event)
            return true
        }
        if isInTime { call.tell(.step(event)) }
        live.core.meter(by: self)
    }

    /// A limit has ended the reply; the source may take its time.
    func cut(with error: ChatError) {
        context.call.cutAttempt(index, with: error.duringAttempt(at: context.targetID(for: request)))
    }

    /// No more can come from the source.
    func sourceEnded(_ received: [ReplyChunk], _ sourceEnd: StreamState.SourceEnd) {
        let usage = CompletionBuilder.usage(of: received, meter: self)
        switch sourceEnd {
        case .finished: end(usage, error: nil, verdict: .finished)
        case .failed(let error): end(usage, error: error, verdict: .failed)
        case .cancelled: end(usage, error: nil, verdict: .abandoned)
        }
    }
}

extension CallContext {
    /// Books what an attempt has used, and writes its end into record and trace.
    func settle(
        _ index: Int, _ usage: Usage?, of model: PricedModel, _ request: ChatRequest, hold: BudgetReservation?,
        verdict: TraceEvent.Verdict, error: ChatError? = nil
    ) {
        let cost = usage.flatMap { self.cost(of: $0, by: model, request) }
        call.settle(index, usage, cost: cost, verdict: verdict, error: error)
        hold?.settle(TokenSpend(tokens: usage?.totalTokens ?? 0, money: usage == nil ? .zero : cost))
    }
}

extension Call {
    /// Writes an attempt's end into record and trace.
    func settle(
        _ index: Int, _ usage: Usage?, cost: Money?, verdict: TraceEvent.Verdict, error: ChatError? = nil
    ) {
        let now = now
        let isObserved = !queues.isEmpty
        let event = change { record -> TraceEvent? in
            // An attempt that was cut has failed already. What it dies of later is not the call's last real error.
            let wasCut = record.attempts[index].error != nil
            record.end(
                index, at: now, isHead: verdict == .answered, usage: usage, cost: cost, error: wasCut ? nil : error)
            if !isObserved, verdict == .answered, !wasCut, record.appendAnswer(of: index) { return nil }
            let event = record.attempts[index].ending(
                wasCut ? .abandoned : verdict, because: error?.brief, since: start)
            record.append(event)
            return isObserved ? event : nil
        }
        if let event { tell(.step(event)) }
    }
}
