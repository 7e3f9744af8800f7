import LadderCore

/// A policy in the units of the engine: whole nanoseconds, and numbers that are usable whatever the policy says.
struct BreakerRules: Hashable, Sendable {
    let consecutiveFailures: Int
    let failureRate: Double
    let minimumCalls: Int
    let slowThreshold: Int64
    let slowRate: Double
    let slowMinimumCalls: Int
    let bucketWidth: Int64
    let probes: Int
    let probeLease: Int64
    let rampTime: Int64
    private let openTime: Double
    private let openAtOnceTime: Double
    private let growth: Double
    private let maximumOpenTime: Double
    private let jitter: Double

    /// Creates rules from a policy. A rule that is off gets a rate or a count that is never reached.
    init(_ policy: CircuitBreakerPolicy) {
        consecutiveFailures = max(1, policy.consecutiveFailures ?? .max)
        failureRate = BreakerRules.reachable(policy.failureRate)
        minimumCalls = max(1, policy.minimumCalls)
        slowThreshold = policy.slowFirstContent.map { max(0, $0.threshold.clampedNanoseconds) } ?? .max
        slowRate = BreakerRules.reachable(policy.slowFirstContent?.rate)
        slowMinimumCalls = max(1, policy.slowFirstContent?.minimumCalls ?? 1)
        bucketWidth = max(1, policy.window.clampedNanoseconds / Int64(SlidingWindow.bucketCount))
        probes = min(max(1, policy.probes), 100)
        probeLease = max(1, policy.probeLease.clampedNanoseconds)
        rampTime = max(0, policy.rampTime.clampedNanoseconds)
        openTime = Double(max(1, policy.openTime.clampedNanoseconds))
        openAtOnceTime = Double(max(1, policy.openAtOnceTime.clampedNanoseconds))
        growth = policy.openTimeGrowth >= 1 ? min(policy.openTimeGrowth, 10) : 1
        maximumOpenTime = max(openTime, Double(policy.maximumOpenTime.clampedNanoseconds))
        jitter = policy.jitter > 0 ? min(policy.jitter, 0.5) : 0
    }

    private static func reachable(_ rate: Double?) -> Double {
        guard let rate, rate > 0 else { return .infinity }
        return rate
    }

    /// Returns the open time after this many openings without health in between.
    ///
    /// `jitter` is a random number from 0 to 1, which places the time within the policy's jitter; 0.5 is the middle.
    func openTime(after openings: Int, jitter: Double) -> Duration {
        var time = openTime
        for _ in 0..<openings where time < maximumOpenTime { time *= growth }
        return jittered(min(time, maximumOpenTime), by: jitter)
    }

    /// Returns the open time for an error that makes the target unusable and names no time.
    func openAtOnceTime(jitter: Double) -> Duration {
        jittered(openAtOnceTime, by: jitter)
    }

    private func jittered(_ nanoseconds: Double, by random: Double) -> Duration {
        let random = random >= 0 && random <= 1 ? random : 0.5
        let value = nanoseconds * (1 + jitter * (2 * random - 1))
        return .nanoseconds(value < 9e18 ? max(1, Int64(value)) : .max)
    }
}
