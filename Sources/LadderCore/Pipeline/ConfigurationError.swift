/// An error that lists every mistake in the configuration of a pipeline.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistakes, one sentence for each, such as `Retry.maximumAttempts is 0; allowed 1…20`.
    public var problems: [String]

    /// Creates an error that lists these mistakes.
    public init(problems: [String]) {
        self.problems = problems
    }

    /// The number of mistakes, and one line for each of them.
    public var description: String {
        "the configuration has \(problems.count) problem\(problems.count == 1 ? "" : "s"):\n"
            + problems.map { "- " + $0 }.joined(separator: "\n")
    }
}
