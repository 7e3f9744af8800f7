/// What a layer says of itself.
public struct LayerDescription: Sendable {
    /// What the layer is for; order diagnostics go by it.
    public var role: LayerRole
    /// Its name in traces and texts.
    public var name: String
    /// Its options, as text.
    public var options: [LayerOption]
    /// Other logical models it may ask for.
    public var asks: [String]
    /// Logical models it finds deployments for, so that the pipeline needs no model of that name.
    public var serves: [String]
    /// How long it lets an attempt take, if it does.
    public var timeouts: Timeouts?
    /// The worst that can happen with this layer around an inner worst case.
    public var worstCase: @Sendable (_ inner: WorstCase) -> WorstCase

    /// Durations a layer limits attempts by.
    public struct Timeouts: Hashable, Sendable {
        /// To the first content.
        public var firstToken: Duration?
        /// Between two pieces of content.
        public var silence: Duration?
        /// Of the whole attempt.
        public var total: Duration?

        /// Durations, unlimited unless given.
        public init(firstToken: Duration? = nil, silence: Duration? = nil, total: Duration? = nil) {
            self.firstToken = firstToken
            self.silence = silence
            self.total = total
        }
    }

    /// A description; by default the layer adds nothing to the worst case.
    public init(
        role: LayerRole,
        name: String,
        options: [LayerOption] = [],
        asks: [String] = [],
        serves: [String] = [],
        timeouts: Timeouts? = nil,
        worstCase: @escaping @Sendable (_ inner: WorstCase) -> WorstCase = { $0 }
    ) {
        self.role = role
        self.name = name
        self.options = options
        self.asks = asks
        self.serves = serves
        self.timeouts = timeouts
        self.worstCase = worstCase
    }
}

/// One option of a layer, as text.
public struct LayerOption: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// What it is set to.
    public var value: String

    /// An option.
    public init(_ name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What a layer is for. Order diagnostics know these; a layer of your own is `custom` unless it takes one of them over.
public enum LayerRole: String, Hashable, Sendable, CaseIterable {
    /// Written answers.
    case staticFAQ
    /// Who may still spend.
    case budgetCheck
    /// The same request, answered again.
    case exactCache
    /// The same question, in other words.
    case semanticCache
    /// Another model.
    case modelFallback
    /// Which deployment of a model.
    case router
    /// Stops asking what is down.
    case circuitBreaker
    /// Asks again.
    case retry
    /// How long to wait.
    case timeout
    /// Anything else.
    case custom
}

/// The worst a call can come to.
public struct WorstCase: Hashable, Sendable {
    /// How often models are asked.
    public var attempts: Int
    /// How long is waited between attempts.
    public var wait: Duration
    /// How long it takes in all. Nil when nothing limits it.
    public var time: Duration?
    /// What it costs. Nil when a price or the size of the answer is unknown.
    public var cost: Money?

    /// The worst of asking a model once, unless said otherwise.
    public init(attempts: Int = 1, wait: Duration = .zero, time: Duration? = nil, cost: Money? = nil) {
        self.attempts = attempts
        self.wait = wait
        self.time = time
        self.cost = cost
    }

    /// The worst of doing this `count` times, one after the other.
    public func repeated(_ count: Int) -> WorstCase {
        let count = max(1, count)
        let (product, overflow) = attempts.multipliedReportingOverflow(by: count)
        let factor = Int64(count)
        func times(_ duration: Duration) -> Duration {
            let (nanoseconds, overflow) = duration.clampedNanoseconds.multipliedReportingOverflow(by: factor)
            return .nanoseconds(overflow ? .max : nanoseconds)
        }
        return WorstCase(
            attempts: overflow ? .max : product,
            wait: times(wait),
            time: time.map(times),
            cost: cost.map { $0.multiplied(by: count) }
        )
    }
}
