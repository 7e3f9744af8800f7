public import LadderCore

/// A ledger over another one whose operations are slow, fail, lose their connection or hang, as its faults say.
///
/// Use it in a test to see what your budgets do while the ledger is in trouble:
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let books = InMemoryLedger()
/// let ledger = FaultyLedger(books, faults: StoreFaults(delays: 0.5, lostAnswers: 0.2))
/// let limit = BudgetLimit(.tokens(10_000), each: .tenant, per: .day)
/// let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) { BudgetCheck(limit, ledger: ledger) }
///     .running(on: simulation)
/// try simulation.run {
///     for _ in 0..<50 { _ = try? await pipeline.respond(to: "Hello") }
/// }
/// assert(ledger.count(of: .lostAnswer) > 0)
/// assert(books.statistics.openHolds == 0)  // whatever was lost, every hold has ended
/// ```
///
/// Time and random numbers come from the runtime of the operation, so under a `Simulation` the same seed gives the same
/// faults. Outside a call they come from the runtime used last. There an operation that hangs has no limit.
///
/// Several settlements at once are one operation and have one fault. It never settles without waiting. Without faults the
/// ledger keeps every promise of the ledger that it is around.
public final class FaultyLedger: BudgetLedger {
    /// The ledger that does the work.
    public let ledger: any BudgetLedger
    /// The faults of the operations.
    public var faults: StoreFaults { injector.faults }
    private let injector: StoreFaultInjector

    /// Creates a ledger with faults over another one.
    public init(_ ledger: any BudgetLedger, faults: StoreFaults = StoreFaults()) {
        self.ledger = ledger
        injector = StoreFaultInjector(faults)
    }

    /// Returns the number of faults of one kind that were injected under the runtime used last.
    public func count(of fault: StoreFault) -> Int { injector.count(of: fault) }

    // MARK: BudgetLedger

    /// Holds every amount of a reservation or none of them, unless a fault prevents it.
    public func reserve(_ reservation: LedgerReservation, in context: StoreContext) async throws -> LedgerDecision {
        try await injector.run(in: context) { try await ledger.reserve(reservation, in: context) }
    }

    /// Ends the hold of a reservation, unless a fault prevents it.
    @discardableResult
    public func settle(
        _ settlement: LedgerSettlement, in context: StoreContext
    ) async throws -> LedgerSettlementResult {
        try await injector.run(in: context) { try await ledger.settle(settlement, in: context) }
    }

    /// Ends several holds, unless a fault prevents it.
    @discardableResult
    public func settle(
        _ settlements: [LedgerSettlement], in context: StoreContext
    ) async throws -> [LedgerSettlementResult] {
        try await injector.run(in: context) { try await ledger.settle(settlements, in: context) }
    }

    /// Returns the state of accounts, unless a fault prevents it.
    public func status(of limits: [LedgerLimit], in context: StoreContext) async throws -> [LedgerStatus] {
        try await injector.run(in: context) { try await ledger.status(of: limits, in: context) }
    }

    /// Sets a maximum for an account, unless a fault prevents it.
    public func setMaximum(_ maximum: Int64?, ofAccount account: String, in context: StoreContext) async throws {
        try await injector.run(in: context) {
            try await ledger.setMaximum(maximum, ofAccount: account, in: context)
        }
    }
}
