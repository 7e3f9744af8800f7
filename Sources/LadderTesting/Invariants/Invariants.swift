import LadderCore

/// What must be true after every run, whatever went wrong in it.
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

    /// No work is alive, and no job came from outside the simulation.
    public init(of simulation: Simulation) {
        seed = simulation.seed
        add {
            let strays = simulation.strayJobs
            return simulation.alive.map { "still alive: \($0)" }
                + (strays > 0 ? ["\(strays) jobs came from outside the simulation"] : [])
        }
    }

    /// Anything else: the sentences it returns are violations.
    public mutating func add(_ check: @escaping @Sendable () -> [String]) {
        checks.append(check)
    }

    /// No attempt after cancellation or the deadline, none beyond the limit, nothing read after a stream's end.
    public mutating func add(_ witness: ModelWitness) {
        add { witness.violations }
    }

    /// No hold is left, the limit was never passed, and what the models served is what was settled, exactly.
    public mutating func add(_ account: LedgerAccount, for witness: ModelWitness) {
        add(witness)
        add {
            let balance = account.balance
            var broken: [String] = []
            if balance.openHolds != 0 { broken.append("\(balance.openHolds) holds are open") }
            if balance.heldTokens != 0 { broken.append("\(balance.heldTokens) tokens are held") }
            if account.settledTwice > 0 { broken.append("\(account.settledTwice) holds were settled again") }
            if let limit = account.tokenLimit, balance.peakTokens > limit {
                broken.append("\(balance.peakTokens) tokens spent and held, limit \(limit)")
            }
            if let limit = account.moneyLimit, balance.peakMoney > limit {
                broken.append("\(balance.peakMoney) spent and held, limit \(limit)")
            }
            if balance.spentTokens != witness.servedTokens {
                broken.append("served \(witness.servedTokens) tokens, settled \(balance.spentTokens)")
            }
            return broken
        }
    }

    /// Every reply was told its end exactly once.
    public mutating func add(_ endings: EndingsCount) {
        add {
            (endings.untold > 0 ? ["\(endings.untold) replies were not told their end"] : [])
                + (endings.toldAgain > 0 ? ["\(endings.toldAgain) replies were told their end again"] : [])
        }
    }

    /// Whatever was taken was given back: permits, probes, flights.
    public mutating func add(
        _ what: String, taken: @escaping @Sendable () -> Int, givenBack: @escaping @Sendable () -> Int
    ) {
        add {
            let (taken, back) = (taken(), givenBack())
            return taken == back ? [] : ["\(what): \(taken) taken, \(back) given back"]
        }
    }

    /// What was broken.
    public func report() -> InvariantReport {
        InvariantReport(seed: seed, violations: checks.flatMap { $0() })
    }

    /// Throws the report if anything was broken.
    public func check() throws {
        let report = report()
        if !report.isClean { throw report }
    }
}
