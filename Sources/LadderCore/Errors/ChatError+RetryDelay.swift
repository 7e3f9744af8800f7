extension ChatError {
    /// The longest wait that counts, 31 days. A longer one is treated as absent.
    public static let longestCredibleWait = Duration.seconds(31 * 86_400)

    /// The wait that the provider asks for: the longer of ``retryAfter`` and the wait in its kind.
    ///
    /// Nil if there is neither, and if the wait is not positive or is longer than ``longestCredibleWait``.
    public var requestedWait: Duration? {
        var wait = retryAfter
        if case .throttled(let named?) = kind { wait = max(named, wait ?? named) }
        guard let wait, wait > .zero, wait <= ChatError.longestCredibleWait else { return nil }
        return wait
    }

    /// Returns the time until another attempt makes sense: until the circuit may close, the budget or the quota is
    /// available again, or the wait that the provider asked for is over.
    ///
    /// Nil when the error names no time, or one that has passed. A server can pass it on to its own clients:
    ///
    /// ```swift
    /// let refusal = ChatError(.throttled(retryAfter: .milliseconds(1_500)))
    /// if let delay = refusal.retryDelay(on: .live) {
    ///     print("Retry-After: \(Int(delay.inSeconds.rounded(.up)))")  // Retry-After: 2
    /// }
    /// ```
    public func retryDelay(on runtime: Runtime) -> Duration? {
        guard let delay = ownDelay(on: runtime) ?? delayOfCause(on: runtime) else { return nil }
        return delay > .zero && delay <= ChatError.longestDelay ? delay : nil
    }

    private func ownDelay(on runtime: Runtime) -> Duration? {
        switch kind {
        case .circuitOpen(let until): until - runtime.now
        // A wait beside a used-up quota belongs to the limit per minute.
        case .quotaExhausted(let until): until.map { $0 - runtime.wallNow }
        case .budgetExhausted(let resets?): resets - runtime.wallNow
        default: requestedWait
        }
    }

    /// The delay of the failure before a limit of the call itself, as such a limit names no time.
    private func delayOfCause(on runtime: Runtime) -> Duration? {
        switch kind {
        case .attemptsExhausted, .deadlineExceeded: lastRealError?.ownDelay(on: runtime)
        default: nil
        }
    }

    /// The longest delay that counts. Budgets reset in a month or a year; a longer delay is a mistake, or means never.
    private static var longestDelay: Duration { .seconds(366 * 86_400) }
}
