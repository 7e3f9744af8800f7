import LadderTesting

/// The sums over many seeds.
struct ChaosTally {
    private(set) var failedSeeds = 0
    private var seeds = 0
    private var attempts = 0
    private var tokens = 0
    private var steps = 0
    private var totals: [String: Int] = [:]

    mutating func add(_ report: ChaosReport) {
        seeds += 1
        attempts += report.attempts
        tokens += report.servedTokens
        steps += report.steps
        for total in report.totals { totals[total.name, default: 0] += total.count }
        guard !report.violations.isEmpty else { return }
        failedSeeds += 1
        guard failedSeeds <= 10 else { return }
        Swift.print("seed \(report.seed):")
        for violation in report.violations.prefix(5) { Swift.print("  \(violation)") }
    }

    mutating func addFailure(_ error: any Error, at seed: UInt64) {
        seeds += 1
        failedSeeds += 1
        if failedSeeds <= 10 { Swift.print("seed \(seed): \(error)") }
    }

    func print(took time: Duration) {
        for (name, count) in totals.sorted(by: { $0.key < $1.key }) { Swift.print("\(count) × \(name)") }
        Swift.print(
            "\(seeds) seeds, \(failedSeeds) failed, \(attempts) attempts, \(tokens) tokens, \(steps) steps in \(time)")
    }
}
