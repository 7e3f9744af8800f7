public import LadderCore

extension Pipeline {
    /// The same pipeline, writing every call to a log.
    public func observing(_ log: CallLog) -> Pipeline {
        observing { event in try await log.observe(event) }
    }

    /// The same pipeline, counting every call.
    public func observing(_ metrics: CallMetrics) -> Pipeline {
        observing { event in metrics.observe(event) }
    }
}
