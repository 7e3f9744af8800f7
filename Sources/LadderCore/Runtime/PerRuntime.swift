import Synchronization

/// State of a layer that is kept apart for each runtime.
///
/// Instants of one runtime mean nothing in another. A rehearsal in virtual time may share its layers with the pipeline
/// that serves production, so the rehearsal starts with fresh state and leaves the live state as it is.
///
/// The state of the live runtime is kept for the lifetime of the layer. Of all other runtimes the one used last is kept.
///
/// It is inlinable for speed: without specialisation, three layers of a call spend more than a microsecond here.
@usableFromInline
package final class PerRuntime<State: Sendable>: Sendable {
    @usableFromInline let live: Locked<State>
    @usableFromInline let other: Locked<State>
    @usableFromInline let selection = RuntimeSelection()
    @usableFromInline let make: @Sendable () -> State

    /// Creates storage whose states are made by `make`.
    package init(_ make: @escaping @Sendable () -> State) {
        self.make = make
        live = Locked(make())
        other = Locked(make())
    }

    /// The runtime that was used last, which is the live one at first; nil when it no longer exists.
    package var latest: Runtime? { selection.latest }

    /// Runs `body` with the state of a runtime under the lock; nil means the runtime used last.
    @inlinable
    package func withLock<Result: Sendable>(on runtime: Runtime?, _ body: (inout State) -> Result) -> Result {
        switch selection.use(runtime) {
        case .live:
            return live.withLock { body(&$0) }
        case .other(let isFirstUse):
            return other.withLock { state in
                if isFirstUse { state = make() }
                return body(&state)
            }
        }
    }
}

/// Which state a runtime uses: that of the live runtime, or that of the other runtime used last.
@usableFromInline
final class RuntimeSelection: Sendable {
    @usableFromInline
    enum Use {
        case live
        case other(isFirstUse: Bool)
    }

    private struct Other {
        /// The driver is not kept alive.
        weak var driver: (any RuntimeDriver)?
    }

    private let isLiveLatest = Atomic(true)
    private let other = Locked(Other())

    @usableFromInline
    init() {}

    var latest: Runtime? {
        if isLiveLatest.load(ordering: .relaxed) { return .live }
        return other.withLock { $0.driver }.map { Runtime($0) }
    }

    @usableFromInline
    func use(_ runtime: Runtime?) -> Use {
        let isLive = runtime?.isLive ?? isLiveLatest.load(ordering: .relaxed)
        if isLive {
            if runtime != nil, !isLiveLatest.load(ordering: .relaxed) { isLiveLatest.store(true, ordering: .relaxed) }
            return .live
        }
        guard let runtime else { return .other(isFirstUse: false) }
        isLiveLatest.store(false, ordering: .relaxed)
        let driver = runtime.driver
        let isFirstUse = other.withLock { other in
            defer { other.driver = driver }
            return other.driver !== driver
        }
        return .other(isFirstUse: isFirstUse)
    }
}
