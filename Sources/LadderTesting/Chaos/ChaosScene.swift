public import LadderCore

/// The models, the account and the runtime of one run of ``Chaos``, for the closure that makes its layers.
public struct ChaosScene: Sendable {
    /// The two models, `alpha` and `beta`; most requests name the first.
    public let models: [FaultyModel]
    /// The witness that all models share.
    public let witness: ModelWitness
    /// The account that all calls spend from, unless the chaos has no token limit.
    public let account: LedgerAccount
    /// The simulated runtime of the run.
    public let runtime: Runtime
    /// The invariants that are checked after the run; add those of your layers.
    public var invariants: Invariants

    init(_ chaos: Chaos, on simulation: Simulation) {
        let witness = ModelWitness(maximumAttempts: chaos.maximumAttempts)
        let account = LedgerAccount(tokens: chaos.tokenLimit) {
            // Some reservations wait, as for a ledger on another machine.
            if simulation.random() % 4 == 0 {
                try await simulation.sleep(for: .milliseconds(Int(simulation.random() % 80)))
            }
        }
        var invariants = Invariants(of: simulation)
        if chaos.tokenLimit == nil { invariants.add(witness) } else { invariants.add(account, for: witness) }
        models = [
            ChaosScene.model("alpha", phases: chaos.phases, witness: witness),
            ChaosScene.model("beta", phases: chaos.otherPhases, witness: witness),
        ]
        runtime = simulation.runtime
        self.witness = witness
        self.account = account
        self.invariants = invariants
    }

    /// Returns a further model, for a deployment of its own; its answers are checked like those of the other two.
    public func model(_ name: String, phases: [ProviderPhase]) -> FaultyModel {
        ChaosScene.model(name, phases: phases, witness: witness)
    }

    /// Returns a store over another one, with faults that are drawn from the seed. In some seeds there are none.
    public func faultyStore(over store: any CacheStore) -> FaultyStore {
        FaultyStore(store, faults: StoreFaults.drawn(from: runtime), expiry: ExpiryFaults.drawn(from: runtime))
    }

    /// Returns a ledger over another one, with faults that are drawn from the seed. In some seeds there are none.
    public func faultyLedger(over ledger: any BudgetLedger) -> FaultyLedger {
        FaultyLedger(ledger, faults: StoreFaults.drawn(from: runtime))
    }

    private static func model(_ name: String, phases: [ProviderPhase], witness: ModelWitness) -> FaultyModel {
        FaultyModel(name, phases: phases, witness: witness) { request, context in
            ChaosPlan.opening(tenant: context.scope.tenant, question: request.lastUserText ?? "")
        }
    }
}
