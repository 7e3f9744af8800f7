import LadderCore

/// The result of one seed of ``Chaos``.
public struct ChaosReport: Error, Hashable, Sendable {
    /// The seed that repeats the run.
    public let seed: UInt64
    /// One sentence for each violation; empty if every invariant holds.
    public let violations: [String]
    /// The number of calls for each kind of ending, such as `stream primary partial` or `whole threw server`.
    public let totals: [Total]
    /// The lines of every call, if the run was logged.
    public let log: [String]
    /// The number of tokens that the models served.
    public let servedTokens: Int
    /// The number of attempts of all calls together.
    public let attempts: Int
    /// The number of jobs that the simulation ran.
    public let steps: Int
    /// The virtual time that the run took.
    public let time: Duration

    /// The number of calls that ended in one way.
    public struct Total: Hashable, Sendable {
        /// The delivery and the ending, such as `whole threw server`.
        public let name: String
        /// The number of calls that ended this way.
        public let count: Int
    }

    /// Throws the report if an invariant does not hold.
    public func check() throws {
        if !violations.isEmpty { throw self }
    }
}

extension ChaosReport: CustomStringConvertible {
    /// Every logged call, the totals and the violations. The same bytes for the same seed.
    public var description: String {
        let broken = violations.isEmpty ? ["clean"] : violations.map { "BROKEN \($0)" }
        let numbers =
            "\(attempts) attempts, \(servedTokens) tokens, \(steps) steps, \(time.inSeconds) s of virtual time"
        let lines = ["seed \(seed)"] + log + totals.map { "\($0.count) × \($0.name)" } + [numbers] + broken
        return lines.joined(separator: "\n")
    }
}
