public import LadderCore

/// What the layers of one run of ``Chaos`` are made from.
public struct ChaosScene: Sendable {
    /// The two models, the one that is asked first.
    public let models: [FaultyModel]
    /// What both saw.
    public let witness: ModelWitness
    /// What everything is spent from, unless the chaos has no token limit.
    public let account: LedgerAccount
    /// The world everything runs in.
    public let runtime: Runtime
    /// What must hold afterwards; add what your layers take and give back.
    public var invariants: Invariants

    init(_ chaos: Chaos, on simulation: Simulation) {
        let witness = ModelWitness(maximumAttempts: chaos.maximumAttempts)
        let account = LedgerAccount(tokens: chaos.tokenLimit) {
            // Some reservations have to wait for a ledger far away.
            if simulation.random() % 4 == 0 {
                try await simulation.sleep(until: simulation.now + .milliseconds(Int(simulation.random() % 80)))
            }
        }
        var invariants = Invariants(of: simulation)
        if chaos.tokenLimit == nil { invariants.add(witness) } else { invariants.add(account, for: witness) }
        models = [
            ChaosScene.model("alpha", phases: chaos.phases, witness),
            ChaosScene.model("beta", phases: chaos.otherPhases, witness),
        ]
        runtime = Runtime(simulation)
        self.witness = witness
        self.account = account
        self.invariants = invariants
    }

    /// One more model, for a deployment of its own; its answers are checked like those of the two.
    public func model(_ name: String, phases: [ProviderPhase]) -> FaultyModel {
        ChaosScene.model(name, phases: phases, witness)
    }

    private static func model(_ name: String, phases: [ProviderPhase], _ witness: ModelWitness) -> FaultyModel {
        FaultyModel(name, phases: phases, witness: witness) { request, context in
            ChaosPlan.opening(tenant: context.scope.tenant, question: request.lastUserText ?? "")
        }
    }
}
