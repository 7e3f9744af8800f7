import LadderCore

/// How many retries a layer, or several layers together, may make.
///
/// In every window the retries are at most this share of the calls, plus a reserve, so that a client with few calls can
/// retry as well.
public struct RetryThrottlePolicy: Hashable, Sendable {
    /// The number of retries for every hundred calls.
    public var percent: Int
    /// The time over which calls and retries are counted.
    public var window: Duration
    /// The number of retries that every window allows in addition, however few calls there are.
    public var reserve: Int

    /// Creates a policy; every option that is not given has its standard value.
    public init(percent: Int = 20, window: Duration = .seconds(10), reserve: Int = 10) {
        self.percent = percent
        self.window = window
        self.reserve = reserve
    }

    /// One retry for five calls, and ten more in ten seconds.
    public static let standard = RetryThrottlePolicy()

    /// One retry for ten calls, and two more in ten seconds: for many processes that share one API key.
    public static let strict = RetryThrottlePolicy(percent: 10, reserve: 2)

    /// What is wrong with the policy, one sentence for each mistake.
    public var problems: [String] {
        var checks = OptionChecks(of: "RetryThrottle")
        checks.require("percent", value: percent, in: 0...1_000)
        checks.require("window", value: window, in: .seconds(1) ... .seconds(3600))
        checks.require("reserve", value: reserve, in: 0...100_000)
        if percent == 0, reserve == 0 {
            checks.add("RetryThrottle allows no retry at all; use RetryPolicy.never for that")
        }
        return checks.problems
    }
}
