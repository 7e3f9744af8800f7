public import LadderCore

/// What a call says about its target's health.
public enum BreakerVerdict: Hashable, Sendable {
    /// The target answered. `head` is the successful attempt's own time to its first content, where it is known.
    case success(head: Duration?)
    /// The target failed. A breaker that opens over it stays open until `notBefore`, where the provider named a time.
    case failure(notBefore: Instant?)
    /// The target is known to be of no use: opens at once, until the time named or for the policy's own time.
    case opens(until: Instant?)
    /// The call says nothing about the target.
    case neutral

    /// The target answered, nobody measured how fast.
    public static let success = BreakerVerdict.success(head: nil)
    /// The target failed and named no time.
    public static let failure = BreakerVerdict.failure(notBefore: nil)

    /// What an error says, by the rules of its kind.
    ///
    /// The caller who left says nothing. An error that is not a `ChatError` counts as `server`, like everywhere.
    public init(_ error: any Error, on runtime: Runtime, longestThrottle: Duration = .seconds(10)) {
        guard let error = ChatError(unlessCancelled: error) else {
            self = .neutral
            return
        }
        switch error.kind.rules.breaker {
        case .neutral:
            self = .neutral
        case .failure:
            self = .failure(notBefore: error.namedEnd(on: runtime))
        case .failureIfAsked:
            self = error.occurredDuringAttempt ? .failure(notBefore: nil) : .neutral
        case .opens:
            self = .opens(until: error.namedEnd(on: runtime))
        case .neutralUnlessLongWait:
            guard let wait = error.askedWait, wait > longestThrottle else {
                self = .neutral
                return
            }
            self = .opens(until: runtime.now + wait)
        }
    }
}

extension ChatError {
    /// Longer waits count as absent: no provider means them.
    private static let longestWait = Duration.seconds(31 * 86_400)

    fileprivate var askedWait: Duration? {
        var wait = retryAfter
        if case .throttled(let named?) = kind { wait = max(named, wait ?? named) }
        guard let wait, wait > .zero, wait <= ChatError.longestWait else { return nil }
        return wait
    }

    /// Until when the provider said it will be of no use.
    fileprivate func namedEnd(on runtime: Runtime) -> Instant? {
        let now = runtime.now
        // A wait beside a used-up quota belongs to the limit per minute.
        guard case .quotaExhausted(let reset) = kind else { return askedWait.map { now + $0 } }
        guard let end = reset.map(runtime.instant), end > now, end - now <= ChatError.longestWait else { return nil }
        return end
    }
}
