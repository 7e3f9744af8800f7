public import LadderCore

/// Counts of all calls: levels, errors, attempts, latencies, tokens, cost and the decisions of every layer.
///
/// Use it for a dashboard, an alert or a test. A pipeline's observer feeds it, and it can be read at any time:
///
/// ```swift
/// let metrics = CallMetrics()
/// let pipeline = try Pipeline(model: model).observing(metrics)
/// let answer = try await pipeline.respond(to: "Hello")
/// print(answer.content, metrics.snapshot.prometheusText)
/// ```
///
/// Several pipelines may share one instance. Its memory is bounded: the first hundred models, targets and stages have labels of
/// their own, later ones count as `other`. It contains no text of prompts or answers; tenants and users are not labels.
///
/// Tokens and cost of a call are added when the call ends. An attempt that outlives its call counts as `unsettled`, without
/// tokens.
public final class CallMetrics: Sendable {
    private let tally: Locked<MetricsTally>

    /// Creates metrics whose counts are all zero.
    ///
    /// - Parameter maximumLabels: The number of models, of targets and of stages with labels of their own, from 1 to 10,000.
    public init(maximumLabels: Int = 100) {
        tally = Locked(MetricsTally(maximumLabels: min(10_000, max(1, maximumLabels))))
    }

    /// Counts one event, for an observer of your own that does more than count.
    public func observe(_ event: CallEvent) {
        tally.withLock { $0.count(event) }
    }

    /// A copy of all counts at this moment.
    public var snapshot: MetricsSnapshot {
        tally.withLock { $0 }.snapshot
    }
}
