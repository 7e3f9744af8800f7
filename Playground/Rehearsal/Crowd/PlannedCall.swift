import LadderCore

/// A call that the crowd will make.
package struct PlannedCall: Hashable, Sendable {
    /// The time since the beginning of the rehearsal.
    package var arrival: Duration
    package var question: String
    /// The number of the meaning: two questions with the same number ask the same. Written ones have negative numbers.
    package var meaning: Int
    package var user: String
    package var isStreamed: Bool
}
