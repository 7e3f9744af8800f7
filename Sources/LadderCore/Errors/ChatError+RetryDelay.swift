extension ChatError {
    /// How long it takes until another try makes sense: until the circuit may close, the budget or the quota is there again,
    /// or the wait the provider asked for is over.
    ///
    /// Nil when the error names no time, or one that has passed. It is what a server tells its own clients:
    ///
    /// ```swift
    /// let refusal = ChatError(.throttled(retryAfter: .milliseconds(1_500)))
    /// if let wait = refusal.retryDelay(on: .live) {
    ///     print("Retry-After: \(Int(wait.inSeconds.rounded(.up)))")  // Retry-After: 2
    /// }
    /// ```
    public func retryDelay(on runtime: Runtime) -> Duration? {
        guard let wait = ownWait(on: runtime) ?? waitBeneath(on: runtime) else { return nil }
        return wait > .zero && wait <= ChatError.longestWait ? wait : nil
    }

    private func ownWait(on runtime: Runtime) -> Duration? {
        switch kind {
        case .circuitOpen(let until): until - runtime.now
        // A wait beside a used-up quota belongs to the limit per minute.
        case .quotaExhausted(let until): until.map { $0 - runtime.wallNow }
        case .budgetExhausted(let resets?): resets - runtime.wallNow
        default: retryAfter
        }
    }

    /// The limits of the call itself name no time; the failure they ended may.
    private func waitBeneath(on runtime: Runtime) -> Duration? {
        switch kind {
        case .attemptsExhausted, .deadlineExceeded: lastRealError?.ownWait(on: runtime)
        default: nil
        }
    }

    /// A longer wait is a mistake, or means for ever: neither is a number to tell.
    private static var longestWait: Duration { .seconds(366 * 86_400) }
}
