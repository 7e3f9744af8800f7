import LadderCore

extension SQLiteStore {
    /// Writes what is waiting to be written, and closes the file until `resume()`.
    ///
    /// Call it before the system suspends the application: iOS ends a suspended application that holds the lock of a
    /// file in a shared container. Meanwhile operations throw `unavailable`, which a cache takes for a miss.
    public func pause() async {
        isPaused.withLock { $0 = true }
        await closeFile(refusingWith: Self.paused)
    }

    /// Lets operations use the file again after ``pause()``.
    public func resume() {
        readers.resume()
        writer.resume()
        isPaused.withLock { $0 = false }
    }

    private static let paused = StoreError(.unavailable, message: "the store is paused")

    func checkNotPaused() throws(StoreError) {
        if isPaused.withLock({ $0 }) { throw Self.paused }
    }

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (StoreReader) throws(StoreError) -> Value
    ) async throws -> Value {
        try checkNotPaused()
        return try await readers.read(work)
    }

    func write<Value: Sendable>(
        isDurable: Bool = false, _ work: @escaping @Sendable (StoreTable) throws(StoreError) -> Value
    ) async throws -> Value {
        try checkNotPaused()
        return try await writer.write(isDurable: isDurable, work)
    }

    /// Waits for the work that is under way and closes the connections, the writer's as the last one: it empties the
    /// log.
    func closeFile(refusingWith error: StoreError) async {
        // A failure is reported as an event.
        _ = try? await writer.write { table throws(StoreError) in try table.writeReads() }
        readers.closeTables(refusingWith: error)
        writer.closeTables(refusingWith: error)
    }
}
