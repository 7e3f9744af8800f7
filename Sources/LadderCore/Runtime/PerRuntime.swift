/// State of a layer that is kept apart for each runtime.
///
/// Instants of one runtime mean nothing in another. A rehearsal in virtual time may share its layers with the pipeline
/// that serves production, so the rehearsal starts with fresh state and leaves the live state as it is.
///
/// The state of the live runtime is kept for the lifetime of the layer. Of all other runtimes the one used last is
/// kept.
package final class PerRuntime<State: Sendable>: Sendable {
    private struct Storage {
        var live: State?
        var other: (driver: WeakDriver, state: State)?
        var isLiveLatest = true
    }

    private let make: @Sendable () -> State
    private let storage = Locked(Storage())

    /// Creates storage whose states are made by `make` when a runtime first uses them.
    package init(_ make: @escaping @Sendable () -> State) {
        self.make = make
    }

    /// Runs `body` with the state of a runtime under the lock; nil means the runtime used last.
    package func withLock<Result: Sendable>(on runtime: Runtime?, _ body: (inout State) -> Result) -> Result {
        storage.withLock { storage in
            if let runtime { storage.isLiveLatest = runtime.isLive }
            if storage.isLiveLatest {
                var state = storage.live.take() ?? make()
                defer { storage.live = state }
                return body(&state)
            }
            var kept = storage.other.take()
            if let runtime, kept?.driver.value !== runtime.driver { kept = nil }
            var other = kept ?? (WeakDriver(value: runtime?.driver), make())
            defer { storage.other = other }
            return body(&other.state)
        }
    }
}

/// A driver that is not kept alive.
private struct WeakDriver: Sendable {
    weak let value: (any RuntimeDriver)?
}
