import LadderCore

extension Runtime {
    /// Sleeps until an instant, also beyond a cancellation of the task if the step ignores it.
    func wait(until instant: Instant, ignoringCancellation: Bool) async throws {
        guard instant > now else { return }
        if !ignoringCancellation { return try await sleep(until: instant) }
        // The sleeping task is started by the driver, not by the pipeline, so that a shutdown cannot cancel it.
        await withCheckedContinuation { continuation in
            _ = driver.spawn("model that ignores cancellation") {
                try? await sleep(until: instant)
                continuation.resume()
            }
        }
    }

    /// Waits until the task is cancelled, then throws `CancellationError`; never returns if the step ignores cancellation.
    func waitForCancellation(ignoringCancellation: Bool) async throws {
        let signal = Signal()
        await withTaskCancellationHandler {
            await withCheckedContinuation { signal.setWaiter($0) }
        } onCancel: {
            if !ignoringCancellation { signal.send() }
        }
        throw CancellationError()
    }
}

/// Resumes one waiting task, also where the signal comes before the wait.
private final class Signal: Sendable {
    private struct State {
        var waiter: CheckedContinuation<Void, Never>?
        var isSent = false
    }

    private let state = Locked(State())

    func setWaiter(_ waiter: CheckedContinuation<Void, Never>) {
        let isSent = state.withLock { state in
            if !state.isSent { state.waiter = waiter }
            return state.isSent
        }
        if isSent { waiter.resume() }
    }

    func send() {
        state.withLock { state in
            state.isSent = true
            defer { state.waiter = nil }
            return state.waiter
        }?.resume()
    }
}
