extension Pipeline {
    /// Refuses new calls, waits for open ones, and cancels the work that is left.
    ///
    /// After that no call asks a model: a call that is still open gets a `CancellationError` when it tries. All copies of
    /// the pipeline shut down together. A stream counts as open until it is read to its end or dropped.
    ///
    /// - Parameter limit: The time to wait before cancelling.
    /// - Returns: The names of the work that has not ended even then; empty when all of it has.
    @discardableResult
    public func shutdown(within limit: Duration) async -> [String] {
        registry.close()
        await registry.idle(until: runtime.now + limit, driver: runtime.driver)
        if !registry.isIdle {
            registry.cancelAll()
            // Work that obeys cancellation ends at once. What has not ended after this time ignores it.
            await registry.idle(until: runtime.now + .milliseconds(100), driver: runtime.driver)
        }
        for layer in layers { await layer.shutdown() }
        return registry.alive
    }
}
