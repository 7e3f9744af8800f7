public import LadderCore

extension Pipeline {
    /// Returns the same pipeline, which also writes every call to a log.
    public func observing(_ log: CallLog) -> Pipeline {
        observing(digestKey: log.digestKey) { event in try await log.observe(event) }
    }

    /// Returns the same pipeline, which also counts every call.
    public func observing(_ metrics: CallMetrics) -> Pipeline {
        observing { event in metrics.observe(event) }
    }
}
