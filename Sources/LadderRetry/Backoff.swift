import LadderCore

/// How long to wait before asking again: longer every time, up to a cap, spread by chance.
///
/// The cap comes first and the jitter after it, so waits at the cap are spread as well.
///
/// ```swift
/// let backoff = Backoff(base: .milliseconds(200), cap: .seconds(4), jitter: .equal)
/// let third = backoff.delay(before: 3, uniform: 0.5)  // 0.6 s: three quarters of 0.2 s · 2 · 2
/// print(third)
/// ```
public struct Backoff: Hashable, Sendable {
    /// The wait before the first repetition, before jitter.
    public var base: Duration
    /// By how much each wait is longer than the one before.
    public var factor: Double
    /// No wait is longer than this.
    public var cap: Duration
    /// How chance spreads the waits.
    public var jitter: Jitter

    /// A backoff, each option with its usual value unless given.
    public init(
        base: Duration = .milliseconds(500), factor: Double = 2, cap: Duration = .seconds(8), jitter: Jitter = .full
    ) {
        self.base = base
        self.factor = factor
        self.cap = cap
        self.jitter = jitter
    }

    /// The longest wait before this repetition, the first being 1.
    public func longest(before repetition: Int) -> Duration {
        switch jitter {
        case .decorrelated:
            return Backoff(base: base, factor: 3, cap: cap).ceiling(before: max(1, repetition).saturatingNext)
        case .full, .equal, .none:
            return ceiling(before: repetition)
        }
    }

    /// The wait before this repetition, the first being 1.
    ///
    /// - Parameters:
    ///   - repetition: how often the call has been asked already.
    ///   - previous: the wait before the repetition before, which `decorrelated` goes by.
    ///   - uniform: a random number from 0 up to 1.
    public func delay(before repetition: Int, after previous: Duration? = nil, uniform: Double) -> Duration {
        let chance = uniform.asChance
        let ceiling = ceiling(before: repetition)
        switch jitter {
        case .none:
            return ceiling
        case .full:
            return ceiling.scaled(by: chance)
        case .equal:
            return ceiling.scaled(by: 0.5 + chance / 2)
        case .decorrelated:
            // Capped before the draw: the usual formula caps after it, and two of three waits at the cap are the cap.
            let lowest = self.ceiling(before: 1)
            let highest = min(max(lowest, (previous ?? lowest).scaled(by: 3)), limit)
            return lowest + (highest - lowest).scaled(by: chance)
        }
    }

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        if base <= .zero || base > Backoff.longestAllowed {
            problems.append("Retry.backoff.base is \(base); it must be positive and at most an hour")
        }
        if cap < base || cap > Backoff.longestAllowed {
            problems.append("Retry.backoff.cap is \(cap); it must be no shorter than the base and at most an hour")
        }
        if !(factor >= 1 && factor <= 100) {
            problems.append("Retry.backoff.factor is \(factor); allowed 1…100")
        }
        return problems
    }

    private static let longestAllowed = Duration.seconds(3600)

    private var limit: Duration { max(cap, .zero) }

    /// Base times factor for every repetition before, within the cap.
    private func ceiling(before repetition: Int) -> Duration {
        guard base > .zero else { return .zero }
        var grown = base.inSeconds
        var power = factor
        var exponent = max(1, repetition) - 1
        while exponent > 0 {
            if exponent & 1 == 1 { grown *= power }
            power *= power
            exponent >>= 1
        }
        // Not a number, or infinite, after thousands of repetitions: the cap.
        guard grown >= 0, grown < limit.inSeconds else { return limit }
        return repetition <= 1 ? min(base, limit) : Duration.seconds(1).scaled(by: grown)
    }
}

extension Double {
    /// A random number from 0 to 1, whatever came.
    var asChance: Double { self > 0 ? Swift.min(self, 1) : 0 }
}

extension Int {
    fileprivate var saturatingNext: Int { self == .max ? .max : self + 1 }
}

extension Duration {
    /// The duration times a factor, in whole nanoseconds, saturating; a factor that is no number gives zero.
    func scaled(by factor: Double) -> Duration {
        let nanoseconds = Double(clampedNanoseconds) * factor
        guard nanoseconds == nanoseconds else { return .zero }
        if nanoseconds >= 0x1p63 { return .nanoseconds(Int64.max) }
        if nanoseconds <= -0x1p63 { return .nanoseconds(Int64.min) }
        return .nanoseconds(Int64(nanoseconds))
    }
}
