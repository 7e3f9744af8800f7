import LadderBudgetCheck
import LadderCore
import LadderTesting
import TestSupport
import Testing

/// Many callers over many seeds, with retries, a fallback, dropped streams, cancelled callers and faulty models.
struct ExactSettlementTests {
    /// A layer that asks the other model when the first one fails.
    private struct OtherModel: Middleware {
        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            do {
                return try await next(request, context)
            } catch let error as ChatError where error.kind.kindName != .budgetExhausted {
                var request = request
                request.model = "beta"
                return try await next(request, context)
            }
        }
    }

    private static let limits = [
        BudgetLimit(.tokens(1_000_000), per: .unlimited, name: "all"),
        BudgetLimit(.tokens(400_000), each: .tenant, per: .unlimited, name: "tenant"),
        BudgetLimit(.tokens(800_000), each: .model, per: .unlimited, name: "model"),
        BudgetLimit(.requests(10_000), per: .unlimited, name: "requests"),
    ]

    private func chaos(_ ledger: @escaping @Sendable (Runtime) -> any BudgetLedger) -> Chaos {
        var chaos = Chaos { scene in
            let budget = BudgetCheck(BudgetPolicy(limits: Self.limits), ledger: ledger(scene.runtime))
            let (witness, runtime) = (scene.witness, scene.runtime)
            scene.invariants.add { Self.violations(of: budget, on: runtime, served: witness.servedTokens) }
            return [budget, OtherModel(), Again()]
        }
        chaos.tokenLimit = nil
        chaos.callers = 24
        return chaos
    }

    /// The tokens that the models served must be those that were reported and those that were settled.
    private static func violations(of budget: BudgetCheck, on runtime: Runtime, served: Int) -> [String] {
        var violations: [String] = []
        let total = budget.report(on: runtime).total
        if total.inputTokens + total.outputTokens != served {
            violations.append("served \(served) tokens, reported \(total.inputTokens + total.outputTokens)")
        }
        let statistics = budget.statistics(on: runtime)
        if statistics.lostReservations + statistics.droppedSettlements + statistics.waitingSettlements > 0 {
            violations.append("\(statistics)")
        }
        guard let simulation = runtime.driver as? Simulation else { return violations + ["no simulation"] }
        do {
            let states = try simulation.run { try await budget.status(for: CallScope(), on: runtime) }
            let all = states.first { $0.name == "all" }
            if all?.spent != .tokens(served) { violations.append("served \(served), settled \(all?.spent as Any)") }
            for state in states where state.held != .tokens(0) && state.held != .requests(0) {
                violations.append("\(state.name) holds \(state.held)")
            }
        } catch {
            violations.append("\(error)")
        }
        return violations
    }

    @Test(arguments: 1...30)
    func `in memory, the tokens served are the tokens settled, and no hold is left`(seed: UInt64) throws {
        try chaos { _ in InMemoryLedger() }.run(seed: seed).check()
    }

    @Test(arguments: 31...50)
    func `with a slow and failing ledger too`(seed: UInt64) throws {
        let ledger: @Sendable (Runtime) -> any BudgetLedger = { runtime in
            guard let simulation = runtime.driver as? Simulation else { return InMemoryLedger() }
            return FlakyLedger(on: simulation) {
                switch simulation.random() % 20 {
                case 0: .fails
                case 1: .losesAnswer
                case 2: .isLate(.milliseconds(Int(simulation.random() % 400)))
                default: .works(after: .milliseconds(Int(simulation.random() % 30)))
                }
            }
        }
        try chaosWithPatience(ledger).run(seed: seed).check()
    }

    /// The last status would fail now and then with a ledger that fails: its books are read instead.
    private func chaosWithPatience(_ ledger: @escaping @Sendable (Runtime) -> any BudgetLedger) -> Chaos {
        var chaos = Chaos { scene in
            let made = ledger(scene.runtime)
            let budget = BudgetCheck(
                BudgetPolicy(
                    limits: Self.limits.map { limit in
                        var limit = limit
                        limit.whenUnreachable = .allow
                        return limit
                    }), ledger: made)
            let (witness, runtime) = (scene.witness, scene.runtime)
            scene.invariants.add {
                (made as? FlakyLedger)?.behave(.works(after: .zero))
                return Self.violations(of: budget, on: runtime, served: witness.servedTokens)
            }
            return [budget, OtherModel(), Again()]
        }
        chaos.tokenLimit = nil
        chaos.callers = 24
        return chaos
    }
}
