/// One attempt, from its reservation to its settlement. It belongs to the attempt, not to its caller: an attempt that
/// outlives its caller is still paid for.
struct AttemptMeter: Sendable {
    let index: Int
    let call: Call
    let model: any ChatModel
    let request: ChatRequest
    let priceName: String
    let hold: PurseHold?

    /// Books what was used, and writes the end into record and trace.
    func end(_ usage: Usage?, error: ChatError?, verdict: TraceEvent.Verdict, isHead: Bool = false) {
        let price = call.environment.price(of: priceName)
        let cost = usage.flatMap { usage in usage.totalTokens == 0 ? .zero : price?.cost(of: usage) }
        let now = call.runtime.now
        let event = TraceEvent(
            stage: "model",
            verdict: verdict,
            reason: error.map(\.kind.name) ?? "",
            offset: now - call.start,
            detail: usage.map { .spent(tokens: $0.totalTokens, cost: cost) }
        )
        call.change { record in
            if isHead { record.attempts[index].head = now }
            record.attempts[index].end = now
            record.attempts[index].usage = usage
            record.attempts[index].cost = cost
            if let error {
                record.attempts[index].error = error.kind
                record.lastError = error
            }
            record.append(event)
        }
        call.tell(.step(event))
        hold?.settle(Spend(tokens: usage?.totalTokens ?? 0, money: usage == nil ? .zero : cost))
    }

    /// The first content is there.
    func reachedHead() {
        let now = call.runtime.now
        let event = TraceEvent(stage: "model", verdict: .answered, offset: now - call.start)
        call.change { record in
            record.attempts[index].head = now
            record.append(event)
        }
        call.tell(.step(event))
    }
}
