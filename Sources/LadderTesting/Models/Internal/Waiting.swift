import LadderCore

/// The two ways a scripted model waits.
enum Waiting {
    static func wait(until instant: Instant, on runtime: Runtime, hearing: Bool) async throws {
        guard instant > runtime.now else { return }
        if hearing { return try await runtime.sleep(until: instant) }
        // The sleeper belongs to the driver, not to the pipeline: nothing can cancel what is deaf.
        await withCheckedContinuation { continuation in
            _ = runtime.driver.spawn("deaf model") {
                try? await runtime.sleep(until: instant)
                continuation.resume()
            }
        }
    }

    /// Never returns; throws when the task is cancelled, if it hears that.
    static func forever(hearing: Bool) async throws {
        let silence = Silence()
        await withTaskCancellationHandler {
            await withCheckedContinuation { silence.begin($0) }
        } onCancel: {
            if hearing { silence.end() }
        }
        throw CancellationError()
    }
}

/// Waits for an end that may come before the waiting begins.
private final class Silence: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Void, Never>?
        var isOver = false
    }

    private let state = Locked(State())

    func begin(_ continuation: CheckedContinuation<Void, Never>) {
        let isOver = state.withLock { state in
            if !state.isOver { state.continuation = continuation }
            return state.isOver
        }
        if isOver { continuation.resume() }
    }

    func end() {
        state.withLock { state in
            state.isOver = true
            defer { state.continuation = nil }
            return state.continuation
        }?.resume()
    }
}
