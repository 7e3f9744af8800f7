import LadderCore

/// What the layers of one run of ``Chaos`` are made from.
public struct ChaosScene: Sendable {
    /// The two models, the one that is asked first.
    public let models: [FaultyModel]
    /// What both saw.
    public let witness: ModelWitness
    /// What everything is spent from.
    public let account: LedgerAccount
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
        invariants.add(account, for: witness)
        models = [("alpha", chaos.phases), ("beta", chaos.otherPhases)].map { name, phases in
            FaultyModel(name, phases: phases, witness: witness) { request, context in
                ChaosPlan.opening(tenant: context.scope.tenant, question: request.lastUserText ?? "")
            }
        }
        self.witness = witness
        self.account = account
        self.invariants = invariants
    }
}
