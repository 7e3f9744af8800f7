/// The bounded memory of one call.
struct CallRecord {
    static let maximumEvents = 256

    /// Bounded by the attempt limit, see ``Pipeline/limited(attempts:timeLimit:)``.
    var attempts: [Attempt] = []
    var lastError: ChatError?
    private var told = Trace()
    /// Most calls end with one whole answer. Its line is made when somebody reads the trace.
    private var answer: (attempt: Int, line: Int)?

    /// What all attempts have used. Money is nil as soon as one price is unknown.
    var spent: TokenSpend {
        attempts.reduce(into: TokenSpend(tokens: 0, money: .zero)) { sum, attempt in
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
            if isHead { attempts[index].firstContent = now }
            attempts[index].end = now
            attempts[index].usage = usage
            attempts[index].cost = cost
            if let error { attempts[index].fail(with: error) }
        }
        if let error { lastError = error }
    }

    mutating func append(_ event: TraceEvent) {
        guard lines < CallRecord.maximumEvents else {
            told.dropped += 1
            return
        }
        // A call that has more to tell than its answer has several lines to tell.
        if told.events.isEmpty { told.events.reserveCapacity(4) }
        told.events.append(event)
    }

    /// A line that says of a whole answer what its attempt says. False when it has to be told like any other.
    mutating func appendAnswer(of attempt: Int) -> Bool {
        guard answer == nil, lines < CallRecord.maximumEvents else { return false }
        answer = (attempt, lines)
        return true
    }

    /// What happened so far in a call that began at `start`.
    func trace(since start: Instant) -> Trace {
        guard let answer else { return told }
        var trace = told
        trace.events.insert(attempts[answer.attempt].ending(.answered, since: start), at: answer.line)
        return trace
    }

    private var lines: Int { told.events.count + (answer == nil ? 0 : 1) }
}

extension Attempt {
    /// The line of a trace that tells the end of this attempt, in a call that began at `start`.
    func ending(_ verdict: TraceEvent.Verdict, because reason: String? = nil, since start: Instant) -> TraceEvent {
        TraceEvent(
            stage: "model", verdict: verdict, reason: reason ?? target, offset: (end ?? start) - start,
            detail: usage.map { .spent(tokens: $0.totalTokens, cost: cost) } ?? .target(target))
    }
}
