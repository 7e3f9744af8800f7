/// How many retries a layer, or several together, may make.
///
/// Within every window retries are at most this share of the calls, plus a reserve, so that a client with few calls can
/// retry as well.
public struct RetryThrottlePolicy: Hashable, Sendable {
    /// Retries for every hundred calls.
    public var percent: Int
    /// The time in which calls and retries are counted.
    public var window: Duration
    /// Retries that every window allows, however few calls there are.
    public var reserve: Int

    /// A policy, each option with its usual value unless given.
    public init(percent: Int = 20, window: Duration = .seconds(10), reserve: Int = 10) {
        self.percent = percent
        self.window = window
        self.reserve = reserve
    }

    /// One retry for five calls, and ten more in ten seconds.
    public static let standard = RetryThrottlePolicy()

    /// For many processes behind one key: one retry for ten calls, and two more in ten seconds.
    public static let strict = RetryThrottlePolicy(percent: 10, reserve: 2)

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        if !(0...1_000).contains(percent) {
            problems.append("RetryThrottle.percent is \(percent); allowed 0…1000")
        }
        if window < .seconds(1) || window > .seconds(3600) {
            problems.append("RetryThrottle.window is \(window); allowed from a second to an hour")
        }
        if !(0...100_000).contains(reserve) {
            problems.append("RetryThrottle.reserve is \(reserve); allowed 0…100000")
        }
        if percent == 0, reserve == 0 {
            problems.append("RetryThrottle allows no retry at all; use RetryPolicy.never for that")
        }
        return problems
    }
}
