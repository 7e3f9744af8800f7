extension Pipeline {
    /// The same pipeline, writing every call to a log.
    public func observing(_ log: CallLog) -> Pipeline {
        observing { event in try await log.observe(event) }
    }
}
