import LadderCore

/// A ledger under check, with short words for what the scenarios do.
final class LedgerCheck: Sendable {
    let seed: UInt64
    let runtime: Runtime
    private let ledger: any BudgetLedger
    private let moveClock: @Sendable (Duration) async throws -> Void
    /// How far the ledger's clock was moved past the runtime's.
    private let lead = Locked(Duration.zero)
    private let prefix: String
    private let found = Locked<[RuleViolation]>([])

    init(
        _ ledger: any BudgetLedger, seed: UInt64, runtime: Runtime,
        advancing moveClock: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.ledger = ledger
        self.seed = seed
        self.runtime = runtime
        self.moveClock = moveClock
        // Another name in every scenario, because ledgers on a server share their accounts.
        prefix = "check \(runtime.random())"
    }

    var violations: [RuleViolation] { found.withLock { $0 } }

    private var context: StoreContext { StoreContext(runtime: runtime) }

    // MARK: Findings

    func report(_ rule: ConformanceRule, explanation: String) {
        found.withLock { $0.append(RuleViolation(rule: rule, explanation: explanation)) }
    }

    func expect(_ condition: Bool, rule: ConformanceRule, otherwise explanation: @autoclosure () -> String) {
        if !condition { report(rule, explanation: explanation()) }
    }

    func expect<Value: Equatable>(
        _ what: String, is value: Value, expected: Value, rule: ConformanceRule
    ) {
        if value != expected { report(rule, explanation: "\(what) is \(value), expected \(expected)") }
    }

    // MARK: Operations

    func limit(_ name: String, maximum: Int64, window: LedgerWindow = .unlimited) -> LedgerLimit {
        LedgerLimit(account: "\(prefix) \(name)", maximum: maximum, window: window)
    }

    func reserve(
        _ id: String, holding amounts: KeyValuePairs<LedgerLimit, Int64>, expiresAfter: Duration = .seconds(3_600)
    ) async throws -> LedgerDecision {
        let entries = amounts.map { LedgerReservation.Entry(limit: $0.key, amount: $0.value) }
        let reservation = LedgerReservation(id: "\(prefix) \(id)", entries: entries, expiresAfter: expiresAfter)
        return try await ledger.reserve(reservation, in: context)
    }

    /// Settles a reservation: where the ledger can, every second seed does so without waiting.
    @discardableResult
    func settle(
        _ id: String, charging amounts: KeyValuePairs<LedgerLimit, Int64> = [:]
    ) async throws -> LedgerSettlementResult {
        let settlement = settlement(id, charging: amounts)
        if seed % 2 == 0, let result = try ledger.settleAtOnce(settlement, in: context) { return result }
        return try await ledger.settle(settlement, in: context)
    }

    func settle(_ settlements: [LedgerSettlement]) async throws -> [LedgerSettlementResult] {
        try await ledger.settle(settlements, in: context)
    }

    func settlement(_ id: String, charging amounts: KeyValuePairs<LedgerLimit, Int64> = [:]) -> LedgerSettlement {
        LedgerSettlement(
            id: "\(prefix) \(id)", entries: amounts.map { LedgerReservation.Entry(limit: $0.key, amount: $0.value) })
    }

    func status(of limit: LedgerLimit) async throws -> LedgerStatus {
        guard let status = try await status(of: [limit]).first else {
            throw StoreError(.other, message: "there is no state of an account that was asked for")
        }
        return status
    }

    func status(of limits: [LedgerLimit]) async throws -> [LedgerStatus] {
        try await ledger.status(of: limits, in: context)
    }

    func setMaximum(_ maximum: Int64?, of limit: LedgerLimit) async throws {
        try await ledger.setMaximum(maximum, ofAccount: limit.account, in: context)
    }

    // MARK: Time

    /// Moves the ledger's clock on.
    func advance(by duration: Duration) async throws {
        let before = runtime.now
        try await moveClock(duration)
        let moved = runtime.now - before
        if moved < duration { lead.withLock { $0 = $0 + (duration - moved) } }
    }

    /// The time of the calendar on the ledger's clock.
    var wallNow: WallTime { runtime.wallNow + lead.withLock { $0 } }

    /// Suspends the task so that others run.
    func pause(_ random: inout SeededRandom) async throws {
        try await runtime.sleep(for: .microseconds(random.below(100)))
    }
}

extension LedgerDecision {
    var isHeld: Bool {
        if case .held = self { true } else { false }
    }
}
