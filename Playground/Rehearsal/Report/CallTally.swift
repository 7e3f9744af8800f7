package import Ladder

/// The sums over a number of calls: the numbers of every table.
package struct CallTally: Hashable, Sendable {
    package private(set) var calls = 0
    /// The number of answers of each level, whole or cut.
    package private(set) var levels: [FallbackLevel: Int] = [:]
    /// The number of calls that ended with an error, by its kind.
    package private(set) var errors: [ChatError.KindName: Int] = [:]
    /// The number of calls with a whole answer that is more than an apology.
    package private(set) var answered = 0
    package private(set) var cut = 0
    /// The number of answers to another question than the caller's.
    package private(set) var wrong = 0
    package private(set) var modelCalls = 0
    package private(set) var inputTokens = 0
    package private(set) var outputTokens = 0
    package private(set) var cost = Money.zero
    package private(set) var waste = Money.zero
    private var latencies: [Duration] = []

    package init(_ rows: some Sequence<CallRow>) {
        for row in rows { add(row) }
        latencies.sort()
    }

    private mutating func add(_ row: CallRow) {
        calls += 1
        if let level = row.level { levels[level, default: 0] += 1 }
        if let error = row.error { errors[error, default: 0] += 1 }
        answered += row.isAnswered ? 1 : 0
        cut += row.isCut ? 1 : 0
        wrong += row.isWrong == true ? 1 : 0
        modelCalls += row.modelCalls
        inputTokens = inputTokens.saturatingAdding(row.inputTokens)
        outputTokens = outputTokens.saturatingAdding(row.outputTokens)
        cost = cost + row.cost
        waste = waste + row.waste
        latencies.append(row.latency)
    }

    /// The number of calls that ended with an error.
    package var failed: Int { errors.values.reduce(0, +) }

    /// The share of calls with a whole answer that is more than an apology; 0 where there is no call.
    package var success: Double { calls == 0 ? 0 : Double(answered) / Double(calls) }

    /// Returns the number of answers of a level.
    package func count(of level: FallbackLevel) -> Int { levels[level] ?? 0 }

    /// The number of answers that a cache gave in time.
    package var hits: Int { count(of: .exactCache) + count(of: .semanticCache) }

    /// Returns the longest latency of a share of the calls, or nil where there is no call.
    package func latency(_ share: Double) -> Duration? {
        guard !latencies.isEmpty else { return nil }
        let rank = Int((share * Double(latencies.count)).rounded(.up)) - 1
        return latencies[max(0, min(latencies.count - 1, rank))]
    }

    /// The mean latency, or nil where there is no call.
    package var meanLatency: Duration? {
        latencies.isEmpty ? nil : latencies.reduce(.zero) { $0.saturatingAdding($1) } / latencies.count
    }
}
