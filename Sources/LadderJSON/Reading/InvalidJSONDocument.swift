/// Everything that is wrong with a JSON document, each fault with its path.
public struct InvalidJSONDocument: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for each fault, such as `$.models[3].input is "abc"; expected a number ≥ 0`.
    public var problems: [String]

    /// An error that lists these problems.
    public init(problems: [String]) {
        self.problems = problems
    }

    /// The problems, one on each line.
    public var description: String { problems.joined(separator: "\n") }
}
