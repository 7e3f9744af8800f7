import LadderTesting

/// What many seeds came to.
struct ChaosTally {
    private(set) var broken = 0
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
        broken += 1
        guard broken <= 10 else { return }
        Swift.print("seed \(report.seed):")
        for violation in report.violations.prefix(5) { Swift.print("  \(violation)") }
    }

    mutating func failed(_ seed: UInt64, _ error: any Error) {
        seeds += 1
        broken += 1
        if broken <= 10 { Swift.print("seed \(seed): \(error)") }
    }

    func print(took time: Duration) {
        for (name, count) in totals.sorted(by: { $0.key < $1.key }) { Swift.print("\(count) × \(name)") }
        Swift.print(
            "\(seeds) seeds, \(broken) broken, \(attempts) attempts, \(tokens) tokens, \(steps) steps in \(time)")
    }
}
