/// The bounded memory of one call.
struct CallRecord {
    static let maximumEvents = 256

    /// Bounded by the attempt limit, see ``Pipeline/limited(attempts:timeLimit:)``.
    var attempts: [Attempt] = []
    var lastError: ChatError?
    private(set) var trace = Trace()

    /// What all attempts have used. Money is nil as soon as one price is unknown.
    var spent: Spend {
        attempts.reduce(into: Spend(tokens: 0, money: .zero)) { sum, attempt in
            guard let usage = attempt.usage, usage.totalTokens > 0 else { return }
            let (tokens, overflow) = (sum.tokens ?? 0).addingReportingOverflow(usage.totalTokens)
            sum.tokens = overflow ? .max : tokens
            if let known = sum.money, let cost = attempt.cost { sum.money = known + cost } else { sum.money = nil }
        }
    }

    mutating func begin(_ attempt: Attempt) -> Int {
        attempts.append(attempt)
        return attempts.count - 1
    }

    mutating func end(
        _ index: Int, at now: Instant, isHead: Bool, usage: Usage?, cost: Money?, error: ChatError?
    ) {
        attempts.withUnsafeMutableBufferPointer { attempts in
            if isHead { attempts[index].head = now }
            attempts[index].end = now
            attempts[index].usage = usage
            attempts[index].cost = cost
            if let error { attempts[index].fail(with: error) }
        }
        if let error { lastError = error }
    }

    mutating func append(_ event: TraceEvent) {
        guard trace.events.count < CallRecord.maximumEvents else {
            trace.dropped += 1
            return
        }
        // A call that takes more than one line takes several.
        if trace.events.count == 1 { trace.events.reserveCapacity(8) }
        trace.events.append(event)
    }
}
