/// What a call has left for asking again.
public struct RetryRoom: Hashable, Sendable {
    /// How often a model may still be asked.
    public var attempts: Int
    /// How many other models could still be asked instead.
    public var alternatives: Int
    /// How much time is left. Nil means no limit.
    public var time: Duration?

    /// What is left.
    public init(attempts: Int, alternatives: Int = 0, time: Duration? = nil) {
        self.attempts = attempts
        self.alternatives = alternatives
        self.time = time
    }

    /// Whether waiting this long leaves any time for an attempt.
    func hasTime(for wait: Duration) -> Bool {
        time.map { wait < $0 } ?? true
    }
}
