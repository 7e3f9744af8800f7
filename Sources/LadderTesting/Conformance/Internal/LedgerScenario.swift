/// One scenario of the check of a ledger.
struct LedgerScenario: Sendable {
    let name: String
    /// The rule that is broken when the scenario throws.
    let rule: ConformanceRule
    /// Whether the clock of the ledger must be moved.
    var needsTime = false
    let run: @Sendable (LedgerCheck) async throws -> Void

    static let all: [LedgerScenario] = amounts + settlements + times + concurrency
}
