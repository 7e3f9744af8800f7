/// What ``Invariants`` found broken after a run.
public struct InvariantReport: Error, Hashable, Sendable, CustomStringConvertible {
    /// The seed that leads here again.
    public let seed: UInt64
    /// One sentence each; empty is good.
    public let violations: [String]

    /// Whether nothing was broken.
    public var isClean: Bool { violations.isEmpty }

    /// The seed, then one line each.
    public var description: String {
        isClean ? "seed \(seed): clean" : (["seed \(seed):"] + violations).joined(separator: "\n  ")
    }
}
