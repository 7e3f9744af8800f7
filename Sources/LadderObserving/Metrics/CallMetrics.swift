public import LadderCore

/// Counts what happens in all calls: levels, errors, attempts, latencies, tokens, money and every layer's decisions.
///
/// Use it for a dashboard, an alert or a test. It is fed by a pipeline's observers and read at any time:
///
/// ```swift
/// let metrics = CallMetrics()
/// let pipeline = try Pipeline(model: model).observing(metrics)
/// let answer = try await pipeline.respond(to: "Hello")
/// print(answer.content, metrics.snapshot.prometheusText)
/// ```
///
/// Several pipelines may share one. It is bounded: of models, targets and stages the first hundred each are told apart,
/// what comes later counts as `other`. Nothing in it is prompt or answer text, and neither tenants nor users are labels.
///
/// What a call used is known when it has ended. An attempt that outlives its call counts as `unsettled`, without tokens.
public final class CallMetrics: Sendable {
    private let tally: Locked<MetricsTally>

    /// Nothing counted yet.
    ///
    /// - Parameter maximumLabels: how many models, targets and stages are told apart, 1 to 10,000.
    public init(maximumLabels: Int = 100) {
        tally = Locked(MetricsTally(maximumLabels: min(10_000, max(1, maximumLabels))))
    }

    /// Counts one event.
    public func observe(_ event: CallEvent) {
        tally.withLock { $0.count(event) }
    }

    /// Everything counted so far.
    public var snapshot: MetricsSnapshot {
        tally.withLock { $0 }.snapshot
    }
}
