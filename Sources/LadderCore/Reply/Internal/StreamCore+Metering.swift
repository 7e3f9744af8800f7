/// What a stream counts and estimates tokens by.
struct StreamMetering {
    /// The attempt that is settled when the source ends.
    var meter: (any StreamMeter)?
    /// The estimate where the attempt is hidden by a layer's own source.
    var fallback: (any TokenEstimating)?
}

extension StreamCore {
    /// Sets the attempt that is settled when the source ends.
    func meter(by meter: any StreamMeter) {
        metering.withLock { $0.meter = meter }
        if let end = state.withLock({ $0.sourceEnd }) { settle(end) }
    }

    /// Sets the estimate for an answer whose attempt is hidden by a layer's own source.
    func estimate(by estimate: any TokenEstimating) {
        metering.withLock { $0.fallback = estimate }
    }

    /// Settles the attempt. The last piece counts, though the reader does not get it.
    func settle(_ end: StreamState.SourceEnd, last: ReplyChunk? = nil) {
        guard let meter = metering.withLock({ $0.meter }) else { return }
        var received = state.withLock { $0.received }
        if let last { received.append(last) }
        meter.sourceEnded(end, received: received)
    }

    /// The attempt that this reply, or the one it is made of, belongs to.
    var meter: (any StreamMeter)? { metering.withLock { $0.meter } ?? inner?.meter }

    /// The estimate of what the model did not report.
    var estimator: (any TokenEstimating)? { meter ?? inner?.estimator ?? metering.withLock { $0.fallback } }

    /// The reply whose text this one changes.
    var inner: StreamCore? { (source as? TransformedSource)?.inner.core }

    /// The part of the answer that the reader has seen.
    var completion: Completion {
        let chunks = state.withLock { $0.delivered }
        return CompletionBuilder.completion(of: chunks, meter: estimator)
    }

    /// Hands the rest of the answer over, unless a layer or an attempt waits for the end of this very reply.
    func handOver() -> [ReplyChunk]? {
        metering.withLock { $0.meter == nil } ? state.withLock { $0.handOver() } : nil
    }
}
