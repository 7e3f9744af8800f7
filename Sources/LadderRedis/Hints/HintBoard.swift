import LadderCore

/// The hints that were read last, and whether they must be read again.
final class HintBoard: Sendable {
    struct Hint: Sendable {
        let id: UInt64
        let end: Instant
    }

    private struct State {
        var hints: [String: Hint] = [:]
        var isOutdated = true
        var isLoading = false
        /// After a failure the server is asked again no earlier than this.
        var nextLoad = Instant.origin
    }

    private let state = Locked(State())
    private let loader = Locked<(@Sendable () async -> Void)?>(nil)

    /// Reads the hints of the server.
    var load: (@Sendable () async -> Void)? {
        get { loader.withLock { $0 } }
        set { loader.withLock { $0 = newValue } }
    }

    /// The time between two readings, so that a server that fails, or many hints, cost little.
    private static let pause = Duration.milliseconds(100)

    /// Returns a hint that still counts. Where the hints may have changed it has them read in the background.
    func hint(_ name: String, at now: Instant) -> (id: UInt64, remaining: Duration)? {
        let (hint, mustLoad) = state.withLock { state -> (Hint?, Bool) in
            let mustLoad = state.isOutdated && !state.isLoading && now >= state.nextLoad
            if mustLoad {
                state.isLoading = true
                state.isOutdated = false
                state.nextLoad = now + Self.pause
            }
            return (state.hints[name], mustLoad)
        }
        if mustLoad, let load { Runtime.live.spawn("reading of hints") { await load() } }
        guard let hint, hint.end > now else { return nil }
        return (hint.id, hint.end - now)
    }

    func replace(with hints: [String: Hint]) {
        state.withLock { state in
            state.hints = hints
            state.isLoading = false
        }
    }

    /// Has the hints read again before long.
    func becomeOutdated() {
        state.withLock { state in
            state.isOutdated = true
            state.isLoading = false
        }
    }
}
