public import LadderCore

/// The counts of a ``CallMetrics`` at one moment. Every list is sorted, so equal counts give equal snapshots.
public struct MetricsSnapshot: Hashable, Sendable {
    /// The number of calls with the same level, model and result.
    public struct Calls: Hashable, Sendable {
        /// The level of the answer, or nil when the call threw or its caller left before an answer.
        public var level: FallbackLevel?
        /// The model that answered, or an empty text when none did.
        public var model: String
        /// `answered`, `partial`, `abandoned`, or the name of the error that was thrown.
        public var result: String
        /// The number of calls that ended this way.
        public var count: Int
    }

    /// The number of attempts with the same target and outcome.
    public struct Attempts: Hashable, Sendable {
        /// The id of the target that was asked.
        public var target: String
        /// `answered`, `abandoned`, `unsettled` (the call ended first), or the name of the error.
        public var outcome: String
        /// The number of attempts that ended this way.
        public var count: Int
    }

    /// The number of equal decisions of one stage: retries, breaker transitions, cache hits.
    public struct Decisions: Hashable, Sendable {
        /// The name of the layer, or `model`.
        public var stage: String
        /// The decision, such as `retrying` or `opened`.
        public var verdict: TraceEvent.Verdict
        /// The number of times the stage decided this.
        public var count: Int
    }

    /// Tokens, cost and time to first content of one target.
    public struct Target: Hashable, Sendable {
        /// The id by which breakers and routers know the target.
        public var target: String
        /// The tokens of all its attempts.
        public var usage = Usage()
        /// The cost of the attempts whose price is known.
        public var cost = Money.zero
        /// The number of attempts that used tokens without a known price.
        public var unpricedAttempts = 0
        /// The times from the start of an attempt to its first content.
        public var timeToFirstContent = LatencyHistogram()
    }

    /// What answers from caches have saved.
    public struct Savings: Hashable, Sendable {
        /// The number of calls that were answered from a cache.
        public var hits = 0
        /// The tokens that the models used when they wrote these answers.
        public var tokens = 0
        /// The cost of these answers when they were written, as far as it is known.
        public var cost = Money.zero
        /// The time by which these calls were shorter than the attempts that wrote the answers.
        public var time = Duration.zero
    }

    /// The durations of the calls of one level.
    public struct Latency: Hashable, Sendable {
        /// The level of the answer, or nil for calls without an answer.
        public var level: FallbackLevel?
        /// The times from the start of a call to its end.
        public var total = LatencyHistogram()
        /// The times from the start of a call to the first content of a model.
        public var timeToFirstContent = LatencyHistogram()
    }

    /// The number of calls that have begun.
    public var begun = 0
    /// The number of calls that have ended.
    public var ended = 0
    /// The ended calls by level, model and result.
    public var calls: [Calls] = []
    /// The attempts by target and outcome.
    public var attempts: [Attempts] = []
    /// The decisions of all layers by stage and verdict.
    public var decisions: [Decisions] = []
    /// The targets, each with tokens, cost and time to first content.
    public var targets: [Target] = []
    /// The latencies by level, best level first.
    public var latencies: [Latency] = []
    /// What answers from caches have saved. It is no part of the tokens and the cost of ``targets``.
    public var savings = Savings()
    /// The number of events that did not fit an observer's queue, and so of decisions that are missing here.
    public var droppedEvents = 0

    /// The number of calls under way.
    public var open: Int { max(0, begun - ended) }

    /// Returns the number of calls that were served from a level.
    public func calls(at level: FallbackLevel) -> Int {
        calls.reduce(0) { $1.level == level ? $0 + $1.count : $0 }
    }

    /// Returns the number of decisions of a kind, by one stage or by all: `count(of: .retrying)`.
    public func count(of verdict: TraceEvent.Verdict, by stage: String? = nil) -> Int {
        decisions.reduce(0) { sum, decision in
            guard decision.verdict == verdict, stage == nil || stage == decision.stage else { return sum }
            return sum + decision.count
        }
    }
}
