/// The reason for which a guard forbids to answer one question with the answer to another.
public struct GuardVeto: Hashable, Sendable {
    /// The name of the guard.
    public var guardName: String
    /// The kind of difference, such as `the numbers differ`. It is written to traces, so it has no text of a question.
    public var reason: String
    /// The words that differ, for tools that show both questions anyway. They are never written to traces or logs.
    public var evidence: [String]

    /// Creates a veto.
    public init(by guardName: String, reason: String, evidence: [String] = []) {
        self.guardName = guardName
        self.reason = reason
        self.evidence = evidence
    }
}

extension GuardVeto: CustomStringConvertible {
    /// The guard and the reason, without words of the questions.
    public var description: String { "\(guardName): \(reason)" }
}
