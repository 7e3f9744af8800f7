extension Runtime {
    /// Starts work that may block its thread, and returns a way to cancel it; nil if every thread for such work is
    /// busy.
    ///
    /// This is the way for an attempt of a model that says `blocksItsThread`: limits hold and the caller can leave
    /// while the model computes, because neither of them waits for the model's thread. When it returns nil, the attempt
    /// fails as overloaded. A hop to the thread costs about 20 µs, so other models do not go this way.
    ///
    /// Under the live runtime the work has a thread of a small set for itself until it ends; see ``BlockingThreads``.
    /// Under any other runtime it is spawned as usual and never refused: in a simulation nothing blocks.
    func spawnBlocking(
        _ name: String, operation work: @escaping @Sendable () async -> Void
    ) -> (@Sendable () -> Void)? {
        guard let live = driver as? LiveDriver else { return spawn(name, operation: { await work() }) }
        let registry = registry
        let id = registry?.begin(name) ?? 0
        let cancel = live.spawnBlocking {
            await work()
            registry?.end(id)
        }
        guard let cancel else {
            registry?.end(id)
            return nil
        }
        registry?.setCancellation(of: id, to: cancel)
        return cancel
    }
}
