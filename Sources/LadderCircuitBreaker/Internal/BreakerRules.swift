import LadderCore

/// A policy in the numbers the engine reckons with. Whatever the policy says, these are usable.
struct BreakerRules: Hashable, Sendable {
    let consecutiveFailures: Int
    let failureRate: Double
    let minimumCalls: Int
    let slowThreshold: Int64
    let slowRate: Double
    let slowMinimumCalls: Int
    let bucketWidth: Int64
    let openAtOnceTime: Int64
    let probes: Int
    let probeLease: Int64
    let rampTime: Int64
    private let openTime: Double
    private let growth: Double
    private let maximumOpenTime: Double
    private let jitter: Double

    /// A rate or a count that is never reached turns a rule off.
    init(_ policy: CircuitBreakerPolicy) {
        consecutiveFailures = max(1, policy.consecutiveFailures ?? .max)
        failureRate = BreakerRules.share(policy.failureRate)
        minimumCalls = max(1, policy.minimumCalls)
        slowThreshold = policy.slowFirstContent.map { max(0, $0.threshold.clampedNanoseconds) } ?? .max
        slowRate = BreakerRules.share(policy.slowFirstContent?.rate)
        slowMinimumCalls = max(1, policy.slowFirstContent?.minimumCalls ?? 1)
        bucketWidth = max(1, policy.window.clampedNanoseconds / Int64(SlidingWindow.buckets))
        openAtOnceTime = max(1, policy.openAtOnceTime.clampedNanoseconds)
        probes = min(max(1, policy.probes), 100)
        probeLease = max(1, policy.probeLease.clampedNanoseconds)
        rampTime = max(0, policy.rampTime.clampedNanoseconds)
        openTime = Double(max(1, policy.openTime.clampedNanoseconds))
        growth = policy.openTimeGrowth >= 1 ? min(policy.openTimeGrowth, 10) : 1
        maximumOpenTime = max(openTime, Double(policy.maximumOpenTime.clampedNanoseconds))
        jitter = policy.jitter > 0 ? min(policy.jitter, 0.5) : 0
    }

    private static func share(_ rate: Double?) -> Double {
        guard let rate, rate > 0 else { return .infinity }
        return rate
    }

    /// How long to stay open after this many openings without health in between.
    func openTime(after openings: Int, random: Double) -> Duration {
        var time = openTime
        for _ in 0..<min(openings, 64) where time < maximumOpenTime { time *= growth }
        return jittered(min(time, maximumOpenTime), random)
    }

    func openAtOnceTime(random: Double) -> Duration {
        jittered(Double(openAtOnceTime), random)
    }

    private func jittered(_ nanoseconds: Double, _ random: Double) -> Duration {
        let random = random >= 0 && random <= 1 ? random : 0.5
        let value = nanoseconds * (1 + jitter * (2 * random - 1))
        return .nanoseconds(value < 9e18 ? max(1, Int64(value)) : .max)
    }
}
