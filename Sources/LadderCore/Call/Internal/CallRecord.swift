/// The bounded memory of one call: its attempts and its trace.
struct CallRecord {
    static let maximumEvents = 256

    /// The attempts, oldest first; bounded by the attempt limit, see ``Pipeline/limited(attempts:timeLimit:)``.
    var attempts: [Attempt] = []
    /// The last error that a model has thrown in this call.
    var lastError: ChatError?
    private(set) var trace = Trace()
    /// What layers have used beside the attempts, such as for embeddings.
    private var charged = TokenSpend(tokens: 0, money: .zero)

    /// The tokens and the money that all attempts and layers have used. The money is nil once one price is unknown.
    var spent: TokenSpend {
        attempts.reduce(into: charged) { sum, attempt in
            guard let usage = attempt.usage, usage.totalTokens > 0 else { return }
            sum.add(TokenSpend(tokens: usage.totalTokens, money: attempt.cost))
        }
    }

    mutating func charge(_ spend: TokenSpend) {
        charged.add(spend)
    }

    mutating func begin(_ attempt: Attempt) -> Int {
        attempts.append(attempt)
        return attempts.count - 1
    }

    mutating func append(_ event: TraceEvent) {
        if trace.events.count < CallRecord.maximumEvents {
            trace.events.append(event)
        } else {
            trace.dropped += 1
        }
    }
}

extension Attempt {
    /// The line of the trace about the end of this attempt, in a call that began at `start`.
    func traceEvent(_ verdict: TraceEvent.Verdict, reason: String? = nil, since start: Instant) -> TraceEvent {
        TraceEvent(
            stage: "model", verdict: verdict, reason: reason ?? target, offset: (end ?? start) - start,
            detail: usage.map { .spent(tokens: $0.totalTokens, cost: cost) } ?? .target(target))
    }
}

extension TokenSpend {
    /// Adds an amount; a sum with an unknown price is unknown.
    fileprivate mutating func add(_ other: TokenSpend) {
        tokens = (tokens ?? 0).saturatingAdding(other.tokens ?? 0)
        if let known = money, let cost = other.money { money = known + cost } else { money = nil }
    }
}
