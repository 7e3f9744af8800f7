/// What a call has left for retries.
public struct RetryRoom: Hashable, Sendable {
    /// The number of attempts the call may still make.
    public var attempts: Int
    /// The number of other models that outer layers could still ask; each is left one attempt.
    public var alternatives: Int
    /// The time left, or nil without a limit.
    public var time: Duration?

    /// Creates a room without alternatives and without a time limit, unless given.
    public init(attempts: Int, alternatives: Int = 0, time: Duration? = nil) {
        self.attempts = attempts
        self.alternatives = alternatives
        self.time = time
    }

    /// Whether a wait this long leaves any time for an attempt.
    func hasTime(for delay: Duration) -> Bool {
        time.map { delay < $0 } ?? true
    }

    /// Why the call has no attempt left for a retry at the same model, or nil if it has one.
    var attemptRefusal: RetryRefusal? {
        if attempts <= 0 { return .callAttempts }
        return attempts <= alternatives ? .reservedForAlternatives : nil
    }

    /// Why there is no room for a retry after a wait, or nil if there is.
    func refusal(ofWaiting delay: Duration) -> RetryRefusal? {
        attemptRefusal ?? (hasTime(for: delay) ? nil : .deadline(delay: delay))
    }
}
