/// What one process has learned about a target and tells the others.
///
/// A hint is no command. The process that reads it decides by its own policy, and is never stricter for longer than it
/// would be by what it learned itself. So a wrong or lost hint does little harm.
public struct SharedHint: Hashable, Sendable {
    /// The kinds of hints.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A circuit breaker has opened, because the target fails.
        case breakerOpened = "breaker"
    }

    /// What the hint is about.
    public var kind: Kind
    /// The id of the target.
    public var target: String
    /// A number by which a reader knows a hint that it has read before.
    public var id: UInt64
    /// The time for which the hint counts.
    public var remaining: Duration

    /// Creates a hint.
    public init(_ kind: Kind, about target: String, id: UInt64, remaining: Duration) {
        self.kind = kind
        self.target = target
        self.id = id
        self.remaining = remaining
    }
}
