/// An error that lists all faults of a JSON document, each with its path.
public struct InvalidJSONDocument: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for each fault, such as `$.models[3].input is "abc"; expected a number ≥ 0`.
    public var problems: [String]

    /// Creates an error from its sentences.
    public init(problems: [String]) {
        self.problems = problems
    }

    /// The sentences, one on each line.
    public var description: String { problems.joined(separator: "\n") }
}
