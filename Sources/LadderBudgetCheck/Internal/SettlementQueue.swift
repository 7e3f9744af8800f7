import LadderCore

/// The settlements for a ledger on another machine, which one task carries out in batches and repeats until they
/// succeed or are too old.
///
/// A settlement may be carried out twice, by the task and by ``drain()``; the ledger sees its id and charges it once.
///
/// After a shutdown of the call's pipeline a task would be cancelled at once. A settlement of an attempt that ends so late
/// is sent directly and once; if that fails it is given up and counted.
final class SettlementQueue: Sendable {
    private struct Waiting {
        let settlement: LedgerSettlement
        let giveUpAt: Instant
    }

    private struct State {
        var waiting: [Waiting] = []
        var isWorking = false
        var dropped = 0
        var failures = 0
        /// The runtime of the newest settlement, without the registry that a shutdown cancels.
        var runtime: Runtime?
    }

    static let capacity = 10_000
    static let largestBatch = 64
    private let access: LedgerAccess
    private let state = Locked(State())

    init(_ access: LedgerAccess) {
        self.access = access
    }

    /// The numbers of settlements that wait, that were given up, and of operations that failed.
    var counts: (waiting: Int, dropped: Int, failures: Int) {
        state.withLock { ($0.waiting.count, $0.dropped, $0.failures) }
    }

    /// Adds a settlement, which is given up after `lifetime`, and starts the task if none is working.
    func add(_ settlement: LedgerSettlement, lifetime: Duration, on runtime: Runtime) {
        if runtime.isShutDown { return sendOnce(settlement, on: Runtime(runtime.driver)) }
        let giveUpAt = runtime.now + lifetime
        let starts = state.withLock { state in
            guard state.waiting.count < Self.capacity else {
                state.dropped += 1
                return false
            }
            state.waiting.append(Waiting(settlement: settlement, giveUpAt: giveUpAt))
            state.runtime = Runtime(runtime.driver)
            defer { state.isWorking = true }
            return !state.isWorking
        }
        if starts { runtime.spawn("budget settlements") { await self.work(on: runtime) } }
    }

    private func sendOnce(_ settlement: LedgerSettlement, on runtime: Runtime) {
        runtime.spawn("late budget settlement") {
            do {
                try await self.access.run(on: runtime) { _ = try await $0.settle(settlement, in: $1) }
            } catch {
                self.state.withLock { state in
                    state.failures += 1
                    state.dropped += 1
                }
            }
        }
    }

    private func work(on runtime: Runtime) async {
        var failures = 0
        var size = Self.largestBatch
        while let batch = nextBatch(of: size, isCancelled: Task.isCancelled) {
            let isSettled = await settle(batch, on: runtime)
            size = isSettled ? min(size * 2, Self.largestBatch) : smallerSize(afterFailureOf: batch)
            if isSettled {
                failures = 0
            } else {
                failures += 1
                dropOld(at: runtime.now)
                try? await runtime.sleep(for: Self.pause(after: failures))
            }
        }
    }

    /// Carries out what is left, for a shutdown. What the ledger refuses three times is given up.
    func drain() async {
        guard let runtime = state.withLock({ $0.runtime }) else { return }
        var failures = 0
        var size = Self.largestBatch
        while failures < 3 {
            let batch = state.withLock { [size] in Array($0.waiting.prefix(size)) }.map(\.settlement)
            if batch.isEmpty { return }
            let isSettled = await settle(batch, on: runtime)
            // A larger batch may have been too much for the time limit; the smallest says that the ledger is down.
            failures = isSettled ? 0 : failures + (batch.count == 1 ? 1 : 0)
            size = isSettled ? min(size * 2, Self.largestBatch) : smallerSize(afterFailureOf: batch)
        }
        state.withLock { state in
            state.dropped += state.waiting.count
            state.waiting = []
        }
    }

    /// Returns the oldest settlements, or nil when the task has to end.
    private func nextBatch(of size: Int, isCancelled: Bool) -> [LedgerSettlement]? {
        state.withLock { state in
            if state.waiting.isEmpty || isCancelled {
                state.isWorking = false
                if state.waiting.isEmpty { state.runtime = nil }
                return nil
            }
            return state.waiting.prefix(size).map(\.settlement)
        }
    }

    /// Carries out a batch and removes it. Returns false when the ledger did not answer.
    private func settle(_ batch: [LedgerSettlement], on runtime: Runtime) async -> Bool {
        do {
            try await access.run(on: runtime) { ledger, context in _ = try await ledger.settle(batch, in: context) }
        } catch {
            state.withLock { $0.failures += 1 }
            return false
        }
        let ids = Set(batch.map(\.id))
        state.withLock { $0.waiting.removeAll { ids.contains($0.settlement.id) } }
        return true
    }

    private func dropOld(at now: Instant) {
        state.withLock { state in
            let count = state.waiting.count
            state.waiting.removeAll { $0.giveUpAt <= now }
            state.dropped += count - state.waiting.count
        }
    }

    /// Returns half the size. A ledger that carries out one settlement after the other may need longer for a batch than
    /// the time limit allows, so a batch that failed is followed by a smaller one.
    ///
    /// A settlement that fails alone goes to the end of the queue, so that one that the ledger never takes does not hold
    /// up the others.
    private func smallerSize(afterFailureOf batch: [LedgerSettlement]) -> Int {
        guard batch.count == 1 else { return batch.count / 2 }
        state.withLock { state in
            guard let first = state.waiting.first, first.settlement.id == batch[0].id else { return }
            state.waiting.append(state.waiting.removeFirst())
        }
        return 1
    }

    /// Returns the pause after this many failures in a row, from 0.1 s to 10 s.
    private static func pause(after failures: Int) -> Duration {
        min(.milliseconds(100 << min(failures - 1, 7)), .seconds(10))
    }
}
