extension Pipeline {
    /// Refuses new calls, lets open ones finish, then cancels what is left.
    ///
    /// Once it has cancelled, no call asks a model again: a call that is still open gets a `CancellationError` when it tries.
    /// All copies of the pipeline shut down together. Streams that nobody has read to the end or dropped count as open.
    ///
    /// - Parameter limit: how long to wait before cancelling.
    /// - Returns: the names of what is still alive afterwards; empty when everything has ended.
    @discardableResult
    public func shutdown(within limit: Duration) async -> [String] {
        registry.close()
        await registry.idle(until: runtime.now + limit, driver: runtime.driver)
        if !registry.isIdle {
            registry.cancelAll()
            // What obeys cancellation ends at once; a moment is enough to tell it from what does not.
            await registry.idle(until: runtime.now + .milliseconds(100), driver: runtime.driver)
        }
        for layer in layers { await layer.shutdown() }
        return registry.alive
    }
}
