/// Everything that is wrong with a pipeline, at once.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence per mistake, such as `Retry.maximumAttempts is 0; allowed 1…20`.
    public var problems: [String]

    /// An error that lists these mistakes.
    public init(problems: [String]) {
        self.problems = problems
    }

    /// All mistakes, one per line.
    public var description: String {
        "the configuration has \(problems.count) problem\(problems.count == 1 ? "" : "s"):\n"
            + problems.map { "- " + $0 }.joined(separator: "\n")
    }
}
