public import LadderCore

/// How a provider is: how long it takes, and how often what goes wrong. Shares are probabilities from 0 to 1.
public struct ProviderCondition: Hashable, Sendable {
    /// A kind of failure and the share of attempts that end so.
    public struct Fault: Hashable, Sendable {
        /// What is thrown.
        public var kind: ChatError.Kind
        /// How often.
        public var share: Double
        /// Tokens that were used all the same.
        public var usage: Usage?

        /// A failure with its share.
        public init(_ kind: ChatError.Kind, share: Double, usage: Usage? = nil) {
            self.kind = kind
            self.share = share
            self.usage = usage
        }
    }

    /// The wait for the first content: mostly near the lower end, seldom near the upper.
    public var latency: ClosedRange<Duration>
    /// The wait between two pieces.
    public var pause: ClosedRange<Duration> = .milliseconds(5) ... .milliseconds(120)
    /// How many pieces an answer has.
    public var pieces: ClosedRange<Int> = 1...12
    /// What is thrown in place of an answer.
    public var faults: [Fault] = []
    /// The longest wait a throttled attempt asks for. Nil asks for none.
    public var longestRetryAfter: Duration?
    /// What is left of the rate limit, told with every answer. Nil tells nothing.
    public var remainingRequests: Int?
    /// The share of attempts that hang before the first content, for ``hangTime``.
    public var hangs: Double = 0
    /// The share of streams that break off.
    public var cuts: Double = 0
    /// The share of streams that fall silent half-way, for ``hangTime``.
    public var stalls: Double = 0
    /// How long it hangs or is silent.
    public var hangTime: Duration = .seconds(60)
    /// The share of attempts that ignore cancellation.
    public var deafness: Double = 0

    /// A condition without faults.
    public init(latency: ClosedRange<Duration>) {
        self.latency = latency
    }

    /// Nothing goes wrong.
    public static let healthy = ProviderCondition(latency: .milliseconds(50) ... .milliseconds(900))

    /// Everything takes ten times as long, and some of it never comes.
    public static let slow: ProviderCondition = {
        var slow = ProviderCondition(latency: .milliseconds(500) ... .seconds(20))
        slow.pause = .milliseconds(50) ... .seconds(2)
        (slow.hangs, slow.stalls, slow.deafness) = (0.05, 0.1, 0.2)
        return slow
    }()

    /// Most attempts are told to come back later.
    public static let throttling: ProviderCondition = {
        var busy = ProviderCondition.healthy
        busy.faults = [Fault(.throttled(retryAfter: nil), share: 0.6)]
        (busy.longestRetryAfter, busy.remainingRequests) = (.seconds(20), 0)
        return busy
    }()

    /// Many attempts fail because there is too much to do.
    public static let overloaded: ProviderCondition = {
        var busy = ProviderCondition(latency: .milliseconds(300) ... .seconds(6))
        busy.faults = [Fault(.overloaded, share: 0.5)]
        (busy.cuts, busy.stalls) = (0.1, 0.05)
        return busy
    }()

    /// Nothing works.
    public static let down: ProviderCondition = {
        var down = ProviderCondition(latency: .milliseconds(10) ... .seconds(1))
        down.faults = [Fault(.unreachable, share: 0.4), Fault(.server, share: 1)]
        return down
    }()

    /// A little of everything, contract violations of the provider included.
    public static let mixed: ProviderCondition = {
        var mixed = ProviderCondition(latency: .milliseconds(50) ... .seconds(8))
        mixed.faults = [
            Fault(.server, share: 0.06), Fault(.throttled(retryAfter: nil), share: 0.06),
            Fault(.invalidOutput, share: 0.02, usage: Usage(inputTokens: 3, outputTokens: 4)),
            Fault(.invalidRequest, share: 0.01), Fault(.contentFiltered, share: 0.01),
        ]
        mixed.longestRetryAfter = .seconds(6)
        (mixed.hangs, mixed.cuts, mixed.stalls, mixed.deafness) = (0.04, 0.08, 0.06, 0.1)
        return mixed
    }()
}
