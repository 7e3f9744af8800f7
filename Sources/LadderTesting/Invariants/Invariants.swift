import LadderCore

/// What must be true after every run, whatever failed in it.
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let account = LedgerAccount(tokens: 50_000)
/// let model = ScriptedModel("m", .cut(after: 2), .reply("hi"))
/// let pipeline = try Pipeline(model: model) { Spending(account) }.running(on: simulation)
/// try simulation.run { _ = try await pipeline.respond(to: "hi") }
///
/// var invariants = Invariants(of: simulation)
/// invariants.add(account, for: model.witness)
/// try invariants.check()
/// ```
public struct Invariants: Sendable {
    private let seed: UInt64
    private var checks: [@Sendable () -> [String]] = []

    /// Creates invariants that require that no work is left and that no job came from outside the simulation.
    public init(of simulation: Simulation) {
        seed = simulation.seed
        add {
            let strays = simulation.strayJobs
            return simulation.alive.map { "still alive: \($0)" }
                + (strays > 0 ? ["\(strays) jobs came from outside the simulation"] : [])
        }
    }

    /// Adds a check of your own, which returns one sentence for each violation.
    public mutating func add(_ check: @escaping @Sendable () -> [String]) {
        checks.append(check)
    }

    /// Requires that models met no contract violation.
    ///
    /// There was no attempt after cancellation or the deadline, none beyond the limit, and no read after a stream's end.
    public mutating func add(_ witness: ModelWitness) {
        add { witness.violations }
    }

    /// Requires that an account is settled exactly.
    ///
    /// No reservation is open, the limit was never passed, and the tokens that the models served are the tokens booked. The
    /// requirements of ``add(_:)-(ModelWitness)`` are included.
    public mutating func add(_ account: LedgerAccount, for witness: ModelWitness) {
        add(witness)
        add {
            let balance = account.balance
            var violations: [String] = []
            if balance.openReservations != 0 { violations.append("\(balance.openReservations) reservations are open") }
            if balance.reservedTokens != 0 { violations.append("\(balance.reservedTokens) tokens are reserved") }
            if account.lostReservations > 0 {
                violations.append("\(account.lostReservations) reservations were never settled")
            }
            if let limit = account.tokenLimit, balance.peakTokens > limit {
                violations.append("\(balance.peakTokens) tokens spent and reserved, limit \(limit)")
            }
            if let limit = account.moneyLimit, balance.peakMoney > limit {
                violations.append("\(balance.peakMoney) spent and reserved, limit \(limit)")
            }
            if balance.spentTokens != witness.servedTokens {
                violations.append("served \(witness.servedTokens) tokens, settled \(balance.spentTokens)")
            }
            return violations
        }
    }

    /// Requires that every reply reported its end exactly once.
    public mutating func add(_ endings: EndingCounter) {
        add {
            (endings.missingEnds > 0 ? ["\(endings.missingEnds) replies never reported their end"] : [])
                + (endings.repeatedEnds > 0 ? ["\(endings.repeatedEnds) ends were reported again"] : [])
        }
    }

    /// Requires that watched layers added no more time to any call than they may.
    public mutating func add(_ watch: DelayWatch) {
        add { watch.violations }
    }

    /// Requires that everything acquired was released, such as the permits of a breaker.
    public mutating func add(
        _ name: String, acquired: @escaping @Sendable () -> Int, released: @escaping @Sendable () -> Int
    ) {
        add {
            let (acquired, released) = (acquired(), released())
            return acquired == released ? [] : ["\(name): \(acquired) acquired, \(released) released"]
        }
    }

    /// Returns every violation found by the checks.
    public func report() -> InvariantReport {
        InvariantReport(seed: seed, violations: checks.flatMap { $0() })
    }

    /// Throws the report if an invariant does not hold.
    public func check() throws {
        let report = report()
        if !report.isClean { throw report }
    }
}
