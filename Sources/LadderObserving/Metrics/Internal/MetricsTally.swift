import LadderCore

/// The counts of ``CallMetrics`` as a value that events change.
struct MetricsTally {
    private struct CallKey: Hashable {
        let level: FallbackLevel?
        let model: String
        let result: String
    }

    private struct Pair: Hashable {
        let name: String
        let outcome: String
    }

    private struct DecisionKey: Hashable {
        let stage: String
        let verdict: TraceEvent.Verdict
    }

    private var begun = 0
    private var ended = 0
    private var dropped = 0
    private var savings = MetricsSnapshot.Savings()
    private var calls: [CallKey: Int] = [:]
    private var attempts: [Pair: Int] = [:]
    private var decisions: [DecisionKey: Int] = [:]
    private var targets: [String: MetricsSnapshot.Target] = [:]
    private var latencies: [FallbackLevel?: MetricsSnapshot.Latency] = [:]
    private var models: LabelSet
    private var targetNames: LabelSet
    private var stages: LabelSet

    init(maximumLabels: Int) {
        models = LabelSet(maximum: maximumLabels)
        targetNames = LabelSet(maximum: maximumLabels)
        stages = LabelSet(maximum: maximumLabels)
    }

    mutating func count(_ event: CallEvent) {
        switch event.kind {
        case .began: begun += 1
        case .step(let step):
            decisions[DecisionKey(stage: stages.label(step.stage), verdict: step.verdict), default: 0] += 1
        case .ended(let summary): count(summary)
        case .dropped(let count): dropped = dropped.saturatingAdding(max(0, count))
        }
    }

    private mutating func count(_ summary: CallSummary) {
        ended += 1
        let model = summary.model.map { models.label($0) } ?? ""
        calls[CallKey(level: summary.level, model: model, result: summary.result), default: 0] += 1
        var latency = latencies[summary.level] ?? MetricsSnapshot.Latency(level: summary.level)
        latency.total.add(summary.latency)
        if let time = summary.timeToFirstContent { latency.timeToFirstContent.add(time) }
        latencies[summary.level] = latency
        for attempt in summary.attempts { count(attempt) }
        if let hit = summary.cached { savings.add(hit) }
    }

    private mutating func count(_ attempt: Attempt) {
        let name = targetNames.label(attempt.target)
        attempts[Pair(name: name, outcome: attempt.outcome), default: 0] += 1
        var target = targets[name] ?? MetricsSnapshot.Target(target: name)
        if let usage = attempt.usage {
            target.usage.add(usage)
            if let cost = attempt.cost {
                target.cost += cost
            } else if usage.totalTokens > 0 {
                target.unpricedAttempts += 1
            }
        }
        if let time = attempt.timeToFirstContent { target.timeToFirstContent.add(time) }
        targets[name] = target
    }

    var snapshot: MetricsSnapshot {
        var snapshot = MetricsSnapshot()
        (snapshot.begun, snapshot.ended, snapshot.droppedEvents) = (begun, ended, dropped)
        snapshot.savings = savings
        snapshot.calls = calls.map {
            MetricsSnapshot.Calls(level: $0.key.level, model: $0.key.model, result: $0.key.result, count: $0.value)
        }.sorted { ($0.level.position, $0.model, $0.result) < ($1.level.position, $1.model, $1.result) }
        snapshot.attempts = attempts.map {
            MetricsSnapshot.Attempts(target: $0.key.name, outcome: $0.key.outcome, count: $0.value)
        }.sorted { ($0.target, $0.outcome) < ($1.target, $1.outcome) }
        snapshot.decisions = decisions.map {
            MetricsSnapshot.Decisions(stage: $0.key.stage, verdict: $0.key.verdict, count: $0.value)
        }.sorted { ($0.stage, $0.verdict.rawValue) < ($1.stage, $1.verdict.rawValue) }
        snapshot.targets = targets.values.sorted { $0.target < $1.target }
        snapshot.latencies = latencies.values.sorted { $0.level.position < $1.level.position }
        return snapshot
    }
}

extension Optional<FallbackLevel> {
    /// The place of the level in a sorted list: best first, no answer last.
    fileprivate var position: Int { self.flatMap { FallbackLevel.allCases.firstIndex(of: $0) } ?? .max }
}

extension CallSummary {
    fileprivate var result: String {
        if let error { return error.name }
        if wasAbandoned { return "abandoned" }
        return finishReason?.isPartial == true ? "partial" : "answered"
    }
}

extension Attempt {
    fileprivate var outcome: String {
        if let error { return error.name }
        if end == nil { return "unsettled" }
        return firstContent == nil ? "abandoned" : "answered"
    }
}

extension MetricsSnapshot.Savings {
    fileprivate mutating func add(_ hit: CacheHit) {
        hits += 1
        tokens = tokens.saturatingAdding(max(0, hit.saved.tokens ?? 0))
        cost += hit.saved.money ?? .zero
        time = time.saturatingAdding(hit.timeSaved)
    }
}

extension Usage {
    /// Adds the counts of another usage. Negative counts are ignored, and sums saturate.
    fileprivate mutating func add(_ other: Usage) {
        func add(_ path: WritableKeyPath<Usage, Int>) {
            self[keyPath: path] = self[keyPath: path].saturatingAdding(max(0, other[keyPath: path]))
        }
        add(\.inputTokens)
        add(\.outputTokens)
        add(\.cacheReadTokens)
        add(\.cacheWriteTokens)
        add(\.longCacheWriteTokens)
        add(\.reasoningTokens)
        isEstimated = isEstimated || other.isEstimated
    }
}
