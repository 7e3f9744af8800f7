import Ladder

/// What happened to the calls that ended in one second.
struct LiveBucket: Sendable {
    /// The most latencies that are kept of one second.
    private static let samples = 512

    let second: Int
    private(set) var calls = 0
    private(set) var levels: [FallbackLevel: Int] = [:]
    private(set) var errors = 0
    private(set) var abandoned = 0
    private(set) var cost = Money.zero
    private(set) var latencies: [Duration] = []

    init(second: Int) {
        self.second = second
    }

    mutating func add(_ row: CallRow, wasAbandoned: Bool) {
        calls += 1
        cost = cost + row.cost
        if wasAbandoned {
            abandoned += 1
        } else if let level = row.level {
            levels[level, default: 0] += 1
        } else {
            errors += 1
        }
        if latencies.count < Self.samples { latencies.append(row.latency) }
    }
}
