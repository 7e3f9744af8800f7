import Synchronization

/// The open calls of a pipeline and all its copies, and its spawned work with names.
final class WorkRegistry: Sendable {
    private struct Entry {
        let name: String
        var cancel: (@Sendable () -> Void)?
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var nextID = 0
        var cancelled = false
        var idle: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Locked(State())
    private let callsBegun = Atomic<UInt64>(0)
    private let callsEnded = Atomic<UInt64>(0)
    private let closed = Atomic<Bool>(false)

    /// Counts a call and returns its number, or nil because the pipeline is shutting down.
    func enter() -> UInt64? {
        let id = callsBegun.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
        if closed.load(ordering: .sequentiallyConsistent) {
            leave()
            return nil
        }
        return id
    }

    func leave() {
        callsEnded.wrappingAdd(1, ordering: .sequentiallyConsistent)
        if closed.load(ordering: .sequentiallyConsistent) { wakeIfIdle() }
    }

    func begin(_ name: String) -> Int {
        state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = Entry(name: name)
            return state.nextID
        }
    }

    /// Keeps the way to cancel the work, which may have ended already.
    func setCancellation(of id: Int, to cancel: @escaping @Sendable () -> Void) {
        let late = state.withLock { state in
            state.entries[id]?.cancel = cancel
            return state.cancelled && state.entries[id] != nil
        }
        if late { cancel() }
    }

    func end(_ id: Int) {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
        if closed.load(ordering: .sequentiallyConsistent) { wakeIfIdle() }
    }

    private var openCalls: UInt64 {
        // In this order: if both counts are equal here, they were equal at some time in between.
        let ended = callsEnded.load(ordering: .sequentiallyConsistent)
        return callsBegun.load(ordering: .sequentiallyConsistent) - ended
    }

    var isIdle: Bool {
        openCalls == 0 && state.withLock { $0.entries.isEmpty }
    }

    /// The names of the work that has not ended, oldest first, and the number of open calls as the last line.
    var alive: [String] {
        let names = state.withLock { state in state.entries.sorted { $0.key < $1.key }.map(\.value.name) }
        let calls = openCalls
        return names + (calls > 0 ? ["\(calls) open call\(calls == 1 ? "" : "s")"] : [])
    }

    /// Makes ``enter()`` refuse all calls that come later.
    func close() {
        closed.store(true, ordering: .sequentiallyConsistent)
    }

    /// Whether a shutdown has cancelled what was under way: no model may be asked any more.
    var isCancelled: Bool {
        closed.load(ordering: .sequentiallyConsistent) && state.withLock { $0.cancelled }
    }

    func cancelAll() {
        let cancels = state.withLock { state in
            state.cancelled = true
            return state.entries.sorted { $0.key < $1.key }.compactMap(\.value.cancel)
        }
        for cancel in cancels { cancel() }
    }

    /// Returns when no work is left, or at `instant`.
    func idle(until instant: Instant, driver: any RuntimeDriver) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let timer = Locked<(@Sendable () -> Void)?>(nil)
        await withCheckedContinuation { continuation in
            state.withLock { $0.idle[id] = continuation }
            let cancel = driver.spawn("shutdown timer") {
                try? await driver.sleep(until: instant)
                self.wake(id)
            }
            timer.withLock { $0 = cancel }
            wakeIfIdle()
        }
        timer.withLock { $0 }?()
    }

    private func wakeIfIdle() {
        guard isIdle else { return }
        let waiting = state.withLock { state in
            let waiting = state.idle.sorted { $0.key < $1.key }.map(\.value)
            state.idle = [:]
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func wake(_ id: Int) {
        state.withLock { $0.idle.removeValue(forKey: id) }?.resume()
    }
}
