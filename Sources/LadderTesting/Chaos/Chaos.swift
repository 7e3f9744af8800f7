public import LadderCore

/// A crowd that does everything wrong at once, and a list of what must hold all the same.
///
/// Many callers ask two models that fail, hang, break off and ignore cancellation. The callers cancel, drop streams
/// half-way, read slowly and set deadlines. Put the layers you want to trust between them:
///
/// ```swift
/// let chaos = Chaos { scene in [ModelFallback(to: scene.models[1].name), CircuitBreaker(), Retry()] }
/// for seed in 1...100 { try chaos.run(seed: UInt64(seed)).check() }
/// ```
///
/// A seed that fails fails again: `run(seed:isLogged:)` then tells every call, decision by decision.
public struct Chaos: Sendable {
    /// How many callers there are at once.
    public var callers = 64
    /// How many calls each makes, one after the other.
    public var callsPerCaller = 4
    /// What the first model goes through.
    public var phases: [ProviderPhase] = Chaos.usualPhases
    /// What the second model goes through.
    public var otherPhases: [ProviderPhase] = [ProviderPhase(for: .seconds(60), .mixed)]
    /// The most tokens all calls together may spend and hold. Nil leaves the budget to layers of your own.
    public var tokenLimit: Int? = 500_000
    /// How often one call may ask.
    public var maximumAttempts = 6

    /// Whether answers must reach their callers as the models gave them. Turn it off for layers that change text.
    public var checksText = true
    var maximumSteps = 50_000_000

    private let layers: @Sendable (inout ChaosScene) -> [any Middleware]

    /// Chaos around these layers, outermost first; they are made anew for every seed.
    public init(_ layers: @escaping @Sendable (inout ChaosScene) -> [any Middleware]) {
        self.layers = layers
    }

    /// A little of everything, then trouble of every kind, then health.
    public static let usualPhases: [ProviderPhase] = [
        ProviderPhase(for: .seconds(15), .mixed), ProviderPhase(for: .seconds(8), .down),
        .flapping(for: .seconds(8)), ProviderPhase(for: .seconds(8), .throttling),
        ProviderPhase(for: .seconds(8), .overloaded), ProviderPhase(for: .seconds(10), .slow),
        ProviderPhase(for: .seconds(10), .healthy),
    ]

    /// Lets the crowd loose in a world of its own. Throws ``Deadlock`` when the crowd cannot go on.
    ///
    /// - Parameter isLogged: whether the report tells every call. The same seed gives the same bytes.
    public func run(seed: UInt64, isLogged: Bool = false) throws -> ChaosReport {
        let simulation = Simulation(seed: seed)
        var scene = ChaosScene(self, on: simulation)
        let keeper = CallKeeper()
        let (outer, inner) = (EndingsCount(), EndingsCount())
        let tested = layers(&scene)
        let pipeline = try Pipeline(models: scene.models) {
            outer
            keeper
            if tokenLimit != nil { Spending(scene.account) }
            tested
            inner
        }
        let observed = ObservedCalls()
        let watched = pipeline.running(on: simulation).observing { event in observed.see(event) }
        let journal = ChaosJournal(isLogged: isLogged, checksText: checksText)
        let crowd = ChaosCrowd(chaos: self, pipeline: watched, simulation: simulation, journal: journal)
        let violations = try simulation.run(maximumSteps: maximumSteps) { await crowd.run() }

        var invariants = scene.invariants
        invariants.add(outer)
        invariants.add(inner)
        let witness = scene.witness
        invariants.add { keeper.violations(served: witness.servedTokens) }
        invariants.add { observed.violations }
        invariants.add { violations }
        // Last, for shutting down would end what the checks before want to see alive.
        let alive = invariants.report().violations
        let left = try simulation.run { await watched.shutdown(within: .zero) }
        return crowd.journal.report(
            seed: seed, scene: scene, steps: simulation.steps, end: simulation.now,
            violations: alive + left.map { "left at shutdown: \($0)" })
    }
}
