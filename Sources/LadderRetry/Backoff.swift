import LadderCore

/// How long to wait before a retry: longer each time, up to a cap, with a random part.
///
/// The cap is applied before the jitter, so waits at the cap are spread as well.
///
/// ```swift
/// let backoff = Backoff(base: .milliseconds(200), cap: .seconds(4), jitter: .equal)
/// let third = backoff.delay(before: 3, uniform: 0.5)  // 0.6 s: three quarters of 0.2 s · 2 · 2
/// print(third)
/// ```
public struct Backoff: Hashable, Sendable {
    /// The wait before the first retry, without jitter.
    public var base: Duration
    /// The factor by which each wait is longer than the one before.
    public var factor: Double
    /// The longest wait, without jitter.
    public var cap: Duration
    /// The way in which random numbers spread the waits.
    public var jitter: Jitter

    /// Creates a backoff; every option that is not given has its standard value.
    public init(
        base: Duration = .milliseconds(500), factor: Double = 2, cap: Duration = .seconds(8), jitter: Jitter = .full
    ) {
        self.base = base
        self.factor = factor
        self.cap = cap
        self.jitter = jitter
    }

    /// Returns the longest wait that ``delay(before:after:uniform:)`` can return for a retry; the first retry is 1.
    public func longestDelay(before retry: Int) -> Duration {
        guard jitter == .decorrelated else { return ceiling(before: retry) }
        return Backoff(base: base, factor: 3, cap: cap).ceiling(before: max(1, retry).saturatingAdding(1))
    }

    /// Returns the wait before a retry.
    ///
    /// It is never negative and never longer than the cap, whatever the options are.
    ///
    /// - Parameters:
    ///   - retry: The number of the retry; the first is 1.
    ///   - previous: The backoff before the retry before this one, on which `decorrelated` depends. It must not be a wait
    ///     that the provider asked for.
    ///   - uniform: A random number from 0 up to 1.
    public func delay(before retry: Int, after previous: Duration? = nil, uniform: Double) -> Duration {
        let ceiling = ceiling(before: retry)
        let share = uniform.clampedShare
        switch jitter {
        case .none:
            return ceiling
        case .full:
            return ceiling.scaled(by: share)
        case .equal:
            return ceiling.scaled(by: 0.5 + share / 2)
        case .decorrelated:
            // The cap goes before the draw. After it, as in the usual formula, two of three waits at the cap are the cap.
            let lowest = self.ceiling(before: 1)
            let highest = min(max(lowest, (previous ?? lowest).scaled(by: 3)), max(cap, .zero))
            return lowest + (highest - lowest).scaled(by: share)
        }
    }

    /// What is wrong with the options, one sentence for each mistake.
    var problems: [String] {
        var checks = OptionChecks(of: "Retry.backoff")
        let longest = Duration.seconds(3600)
        if base <= .zero || base > longest {
            checks.report("base", value: "\(base)", allowed: "above 0, up to an hour")
        }
        if cap < base || cap > longest {
            checks.report("cap", value: "\(cap)", allowed: "from the base to an hour")
        }
        checks.require("factor", value: factor, in: 1...100)
        return checks.problems
    }

    /// The base times the factor for every retry before this one, within the cap.
    private func ceiling(before retry: Int) -> Duration {
        guard base > .zero else { return .zero }
        let limit = max(cap, .zero)
        guard retry > 1 else { return min(base, limit) }
        let seconds = base.inSeconds * factor.raised(to: retry - 1)
        // After thousands of retries the product is infinite or not a number: the cap.
        guard seconds >= 0, seconds < limit.inSeconds else { return limit }
        return Duration.seconds(1).scaled(by: seconds)
    }
}
