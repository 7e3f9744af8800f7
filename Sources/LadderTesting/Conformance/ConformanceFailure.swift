/// The rules of its contract that a layer, a model or a ledger breaks.
public struct ConformanceFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// One rule that was broken, with an example.
    public struct Finding: Hashable, Sendable {
        /// The rule that was broken.
        public let rule: ConformanceRule
        /// What happened instead, in one sentence.
        public let explanation: String
        /// The seed that shows it again.
        public let seed: UInt64
    }

    /// The type of what was checked.
    public let subject: String
    /// The findings, the first one for each rule.
    public let findings: [Finding]

    /// The rules that were broken, in the order in which they were found.
    public var rules: [ConformanceRule] { findings.map(\.rule) }

    /// The subject, followed by one line for each rule.
    public var description: String {
        let lines = findings.map { "  \($0.rule.rawValue): \($0.explanation) (seed \($0.seed))" }
        return (["\(subject) breaks its contract:"] + lines).joined(separator: "\n")
    }
}
