public import LadderCore

/// How fast a provider is and how often it fails. A share is a probability from 0 to 1.
public struct ProviderCondition: Hashable, Sendable {
    /// A kind of failure and the share of attempts that end with it.
    public struct Fault: Hashable, Sendable {
        /// The kind of the error that is thrown.
        public var kind: ChatError.Kind
        /// The share of attempts that fail this way.
        public var share: Double
        /// The tokens the provider bills although the attempt failed.
        public var usage: Usage?

        /// Creates a kind of failure with its share.
        public init(_ kind: ChatError.Kind, share: Double, usage: Usage? = nil) {
            self.kind = kind
            self.share = share
            self.usage = usage
        }
    }

    /// The wait for the first content, mostly near the lower end of the range.
    public var latency: ClosedRange<Duration>
    /// The wait between two pieces of a stream.
    public var pause: ClosedRange<Duration> = .milliseconds(5) ... .milliseconds(120)
    /// The number of pieces of an answer.
    public var pieces: ClosedRange<Int> = 1...12
    /// The failures that take the place of an answer.
    public var faults: [Fault] = []
    /// The longest wait that a throttled attempt asks for. Nil means that it asks for none.
    public var longestRetryAfter: Duration?
    /// What is left of the rate limit, reported with every answer. Nil means that nothing is reported.
    public var remainingRequests: Int?
    /// The share of attempts that hang before the first content, for ``hangTime``.
    public var hangs: Double = 0
    /// The share of answers that break off, some of which report it as finish reason `partial`.
    public var cuts: Double = 0
    /// The share of streams that send nothing for ``hangTime`` after some pieces.
    public var stalls: Double = 0
    /// The share of answers without any content, which end as if all were well.
    public var emptyAnswers: Double = 0
    /// The length of a hang or a silence.
    public var hangTime: Duration = .seconds(60)
    /// The share of attempts that ignore cancellation.
    public var ignoredCancellations: Double = 0

    /// Creates a condition without faults.
    public init(latency: ClosedRange<Duration>) {
        self.latency = latency
    }

    /// A provider that always answers, within a second.
    public static let healthy = ProviderCondition(latency: .milliseconds(50) ... .milliseconds(900))

    /// A provider that takes ten times as long as usual, and sometimes hangs or ignores cancellation.
    public static let slow: ProviderCondition = {
        var slow = ProviderCondition(latency: .milliseconds(500) ... .seconds(20))
        slow.pause = .milliseconds(50) ... .seconds(2)
        (slow.hangs, slow.stalls, slow.ignoredCancellations) = (0.05, 0.1, 0.2)
        return slow
    }()

    /// A provider that refuses most attempts with a wait.
    public static let throttling: ProviderCondition = {
        var busy = ProviderCondition.healthy
        busy.faults = [Fault(.throttled(retryAfter: nil), share: 0.6)]
        (busy.longestRetryAfter, busy.remainingRequests) = (.seconds(20), 0)
        return busy
    }()

    /// A provider half of whose attempts fail as overloaded, some of them in the middle of an answer.
    public static let overloaded: ProviderCondition = {
        var busy = ProviderCondition(latency: .milliseconds(300) ... .seconds(6))
        busy.faults = [Fault(.overloaded, share: 0.5)]
        (busy.cuts, busy.stalls) = (0.1, 0.05)
        return busy
    }()

    /// A provider that fails every attempt.
    public static let down: ProviderCondition = {
        var down = ProviderCondition(latency: .milliseconds(10) ... .seconds(1))
        down.faults = [Fault(.unreachable, share: 0.4), Fault(.server, share: 1)]
        return down
    }()

    /// A provider with a small share of every fault, ignored cancellation included.
    public static let mixed: ProviderCondition = {
        var mixed = ProviderCondition(latency: .milliseconds(50) ... .seconds(8))
        mixed.faults = [
            Fault(.server, share: 0.06), Fault(.throttled(retryAfter: nil), share: 0.06),
            Fault(.invalidOutput, share: 0.02, usage: Usage(inputTokens: 3, outputTokens: 4)),
            Fault(.invalidRequest, share: 0.01), Fault(.contentFiltered, share: 0.01),
        ]
        mixed.longestRetryAfter = .seconds(6)
        (mixed.hangs, mixed.cuts, mixed.stalls, mixed.ignoredCancellations) = (0.04, 0.08, 0.06, 0.1)
        return mixed
    }()
}
