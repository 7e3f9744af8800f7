import LadderBudgetCheck
import LadderCore

/// A ledger in memory some of whose operations were replaced.
struct ChangedLedger: BudgetLedger {
    let ledger = InMemoryLedger()
    var reserve: @Sendable (InMemoryLedger, LedgerReservation, StoreContext) async throws -> LedgerDecision = {
        try await $0.reserve($1, in: $2)
    }
    var settle: @Sendable (InMemoryLedger, LedgerSettlement, StoreContext) async throws -> LedgerSettlementResult = {
        try await $0.settle($1, in: $2)
    }
    var settleAll: @Sendable ([LedgerSettlementResult]) -> [LedgerSettlementResult] = { $0 }
    var status: @Sendable (InMemoryLedger, [LedgerLimit], StoreContext) async throws -> [LedgerStatus] = {
        try await $0.status(of: $1, in: $2)
    }
    var setMaximum: @Sendable (InMemoryLedger, Int64?, String, StoreContext) async throws -> Void = {
        try await $0.setMaximum($1, ofAccount: $2, in: $3)
    }

    func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        try await reserve(ledger, reservation, context)
    }

    func settle(_ settlement: LedgerSettlement, in context: StoreContext) async throws -> LedgerSettlementResult {
        try await settle(ledger, settlement, context)
    }

    func settle(
        _ settlements: [LedgerSettlement], in context: StoreContext
    ) async throws -> [LedgerSettlementResult] {
        var results: [LedgerSettlementResult] = []
        for settlement in settlements { results.append(try await settle(settlement, in: context)) }
        return settleAll(results)
    }

    func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        try await status(ledger, limits, context)
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try await setMaximum(ledger, maximum, account, context)
    }
}

/// A ledger that has a clock of its own, as one on a server does.
final class ClockedLedger: BudgetLedger {
    private let ledger = InMemoryLedger()
    private let clock = Clock()

    private final class Clock: RuntimeDriver {
        let time = Locked(Instant.origin)
        var now: Instant { time.withLock { $0 } }
        var wallNow: WallTime { Runtime.live.wallNow + now.sinceOrigin }
        func sleep(until instant: Instant) async throws {}
        func random() -> UInt64 { 4 }
        func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
            -> @Sendable () -> Void
        {
            {}
        }
    }

    private var context: StoreContext { StoreContext(runtime: Runtime(clock)) }

    func advance(by duration: Duration) async throws {
        clock.time.withLock { $0 = $0 + duration }
    }

    func reserve(_ reservation: LedgerReservation, in _: StoreContext) async throws -> LedgerDecision {
        try await ledger.reserve(reservation, in: context)
    }

    func settle(_ settlement: LedgerSettlement, in _: StoreContext) async throws -> LedgerSettlementResult {
        try await ledger.settle(settlement, in: context)
    }

    func status(of limits: [LedgerLimit], in _: StoreContext) async throws -> [LedgerStatus] {
        try await ledger.status(of: limits, in: context)
    }

    func setMaximum(_ maximum: Int64?, ofAccount account: String, in _: StoreContext) async throws {
        try await ledger.setMaximum(maximum, ofAccount: account, in: context)
    }
}
