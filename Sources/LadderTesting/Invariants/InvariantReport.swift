/// The result of checking ``Invariants`` after a run.
public struct InvariantReport: Error, Hashable, Sendable, CustomStringConvertible {
    /// The seed that repeats the run.
    public let seed: UInt64
    /// One sentence for each violation; empty if every invariant holds.
    public let violations: [String]

    /// Whether every invariant holds.
    public var isClean: Bool { violations.isEmpty }

    /// The seed, followed by one line for each violation.
    public var description: String {
        isClean ? "seed \(seed): clean" : (["seed \(seed):"] + violations).joined(separator: "\n  ")
    }
}
