public import LadderCore

/// What a ``CallMetrics`` had counted at one moment. Every list is sorted, so equal counts are equal snapshots.
public struct MetricsSnapshot: Hashable, Sendable {
    /// Calls that ended alike.
    public struct Calls: Hashable, Sendable {
        /// The rung they were served from. Nil when they threw, or their callers left before an answer.
        public var level: FallbackLevel?
        /// The model that answered; empty when none did.
        public var model: String
        /// `answered`, `partial`, `abandoned`, or the name of the error they threw.
        public var result: String
        /// How many.
        public var count: Int
    }

    /// Attempts at one target that ended alike.
    public struct Attempts: Hashable, Sendable {
        /// Who was asked.
        public var target: String
        /// `answered`, `abandoned`, `unsettled` (its call ended first), or the name of the error.
        public var outcome: String
        /// How many.
        public var count: Int
    }

    /// Decisions of one stage that were alike: retries, breaker transitions, cache hits.
    public struct Decisions: Hashable, Sendable {
        /// Which layer, or `model`.
        public var stage: String
        /// What was decided.
        public var verdict: TraceEvent.Verdict
        /// How often.
        public var count: Int
    }

    /// What one target used and how soon it answered.
    public struct Target: Hashable, Sendable {
        /// Who was asked.
        public var target: String
        /// What all its attempts used.
        public var usage = Usage()
        /// What that cost, as far as it is known.
        public var cost = Money.zero
        /// Attempts that used tokens whose price is unknown.
        public var unpricedAttempts = 0
        /// From each attempt's start to its first content.
        public var timeToFirstContent = LatencyHistogram()
    }

    /// How long the calls of one level took.
    public struct Latency: Hashable, Sendable {
        /// The rung. Nil for calls without an answer.
        public var level: FallbackLevel?
        /// To the end.
        public var total = LatencyHistogram()
        /// From the call's start to the first content a model gave it.
        public var timeToFirstContent = LatencyHistogram()
    }

    /// Calls that have begun.
    public var begun = 0
    /// Calls that have ended.
    public var ended = 0
    /// Calls by level, model and result.
    public var calls: [Calls] = []
    /// Attempts by target and outcome.
    public var attempts: [Attempts] = []
    /// Decisions by stage and verdict.
    public var decisions: [Decisions] = []
    /// Tokens, money and time to first content by target.
    public var targets: [Target] = []
    /// Latency by level, best first.
    public var latencies: [Latency] = []
    /// Events that did not fit an observer's queue: so many decisions are missing above.
    public var droppedEvents = 0

    /// Calls under way.
    public var open: Int { max(0, begun - ended) }

    /// How many calls were served from this level.
    public func calls(at level: FallbackLevel) -> Int {
        calls.reduce(0) { $1.level == level ? $0 + $1.count : $0 }
    }

    /// How often this was decided, by one stage or by all: `count(of: .retrying)`.
    public func count(of verdict: TraceEvent.Verdict, by stage: String? = nil) -> Int {
        decisions.reduce(0) { sum, decision in
            guard decision.verdict == verdict, stage == nil || stage == decision.stage else { return sum }
            return sum + decision.count
        }
    }
}
