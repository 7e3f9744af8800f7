import LadderCore

/// What one seed of ``Chaos`` came to.
public struct ChaosReport: Error, Hashable, Sendable {
    /// The seed that leads here again.
    public let seed: UInt64
    /// What was broken, one sentence each; empty is good.
    public let violations: [String]
    /// How often calls ended how: `stream primary partial`, `whole threw server`, …
    public let totals: [Total]
    /// Every call, if the run was logged.
    public let log: [String]
    /// Tokens the models served.
    public let servedTokens: Int
    /// How often models were asked.
    public let attempts: Int
    /// How many jobs the simulation ran.
    public let steps: Int
    /// How much virtual time went by.
    public let time: Duration

    /// One way to end, and how often.
    public struct Total: Hashable, Sendable {
        /// How.
        public let name: String
        /// How often.
        public let count: Int
    }

    /// Throws the report if anything was broken.
    public func check() throws {
        if !violations.isEmpty { throw self }
    }
}

extension ChaosReport: CustomStringConvertible {
    /// Every call that was logged, then what was broken, then the totals. The same bytes for the same seed.
    public var description: String {
        let broken = violations.isEmpty ? ["clean"] : violations.map { "BROKEN \($0)" }
        let numbers =
            "\(attempts) attempts, \(servedTokens) tokens, \(steps) steps, \(time.inSeconds) s of virtual time"
        let lines = ["seed \(seed)"] + log + totals.map { "\($0.count) × \($0.name)" } + [numbers] + broken
        return lines.joined(separator: "\n")
    }
}
