import LadderCore

/// Tasks that wait until the server reports a change of a key.
final class KeyWaiters: Sendable {
    /// A task that waits. A change between its creation and the waiting is not lost.
    final class Waiter: Sendable {
        private struct State {
            var isOver = false
            var continuation: CheckedContinuation<Void, Never>?
        }

        private let state = Locked(State())

        /// Suspends until a change is reported, or the task is cancelled.
        func wait() async {
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isOver = state.withLock { state in
                        if !state.isOver { state.continuation = continuation }
                        return state.isOver
                    }
                    if isOver { continuation.resume() }
                }
            } onCancel: {
                end()
            }
        }

        func end() {
            state.withLock { state in
                state.isOver = true
                return state.continuation.take()
            }?.resume()
        }
    }

    private let waiters = Locked<[String: [ObjectIdentifier: Waiter]]>([:])

    /// Adds a waiter for a change of one of some keys.
    func add(for keys: [String]) -> Waiter {
        let waiter = Waiter()
        waiters.withLock { waiters in
            for key in keys { waiters[key, default: [:]][ObjectIdentifier(waiter)] = waiter }
        }
        return waiter
    }

    func remove(_ waiter: Waiter, of keys: [String]) {
        waiters.withLock { waiters in
            for key in keys {
                waiters[key]?[ObjectIdentifier(waiter)] = nil
                if waiters[key]?.isEmpty == true { waiters[key] = nil }
            }
        }
    }

    func wake(_ key: String) {
        let woken = waiters.withLock { $0[key]?.values.map(\.self) ?? [] }
        for waiter in woken { waiter.end() }
    }

    func wakeAll() {
        let woken = waiters.withLock { $0.values.flatMap(\.values) }
        for waiter in woken { waiter.end() }
    }
}
