import LadderCore

/// Draws the faults of a store or a ledger, carries them out, and counts them.
final class StoreFaultInjector: Sendable {
    let faults: StoreFaults
    private let counts = PerRuntime { [StoreFault: Int]() }

    init(_ faults: StoreFaults) {
        self.faults = faults
    }

    /// Returns the number of faults of one kind, under the runtime used last.
    func count(of fault: StoreFault) -> Int {
        counts.withLock(on: nil) { $0[fault, default: 0] }
    }

    func note(_ fault: StoreFault, in context: StoreContext) {
        counts.withLock(on: context.runtime) { $0[fault, default: 0] += 1 }
    }

    /// Returns whether something that happens with this probability happens now. It draws no number for a share of 0.
    func draws(share: Double, in context: StoreContext) -> Bool {
        share > 0 && runtime(of: context).uniform() < share
    }

    /// Runs an operation with the faults that are drawn for it.
    func run<Value: Sendable>(
        in context: StoreContext, operation: () async throws -> Value
    ) async throws -> Value {
        let runtime = runtime(of: context)
        let now = runtime.now
        if faults.outages.contains(where: { $0.contains(now) }) {
            note(.outage, in: context)
            return try await neverEnd(on: runtime)
        }
        let ending = drawnEnding(from: runtime)
        let (before, after) = drawnDelay(from: runtime, in: context)
        if let ending { note(ending, in: context) }
        if ending == .hang { return try await neverEnd(on: runtime) }
        if before > .zero { try await runtime.sleep(for: before) }
        switch ending {
        case .refusal: throw StoreError(.unavailable, message: "an injected refusal")
        case .lostRequest: throw lostConnection
        default: break
        }
        let value = try await operation()
        if after > .zero { try await runtime.sleep(for: after) }
        if ending == .lostAnswer { throw lostConnection }
        return value
    }

    private var lostConnection: StoreError {
        StoreError(.unavailable, message: "an injected loss of the connection", mayHaveHappened: true)
    }

    /// Outside a call the runtime is the one used last, as for a store in memory.
    private func runtime(of context: StoreContext) -> Runtime {
        context.runtime ?? counts.latest ?? .live
    }

    private func neverEnd<Value: Sendable>(on runtime: Runtime) async throws -> Value {
        try await runtime.waitForCancellation(ignoringCancellation: false)
        throw CancellationError()
    }

    /// Draws at most one of the faults with which an operation fails.
    private func drawnEnding(from runtime: Runtime) -> StoreFault? {
        let shares: [(fault: StoreFault, share: Double)] = [
            (.refusal, faults.refusals), (.lostRequest, faults.lostRequests), (.lostAnswer, faults.lostAnswers),
            (.hang, faults.hangs),
        ]
        guard shares.contains(where: { $0.share > 0 }) else { return nil }
        var draw = runtime.uniform()
        for (fault, share) in shares {
            draw -= max(0, share)
            if draw < 0 { return fault }
        }
        return nil
    }

    /// Draws the waits before and after the moment at which the operation takes effect.
    private func drawnDelay(from runtime: Runtime, in context: StoreContext) -> (before: Duration, after: Duration) {
        guard draws(share: faults.delays, in: context) else { return (.zero, .zero) }
        note(.delay, in: context)
        let delay = runtime.uniformDuration(in: faults.delay)
        let before = delay.scaled(by: runtime.uniform())
        return (before, delay - before)
    }
}
