public import LadderCore

/// A test of layers under many callers and two faulty models, with a list of invariants that must hold.
///
/// The models fail, hang, break off and ignore cancellation. The callers cancel, drop streams half-way, read slowly and set
/// deadlines. Put the layers to be tested between them:
///
/// ```swift
/// let chaos = Chaos { scene in [ModelFallback(FallbackCandidate(scene.models[1].name)), Retry()] }
/// for seed in 1...100 { try chaos.run(seed: UInt64(seed)).check() }
/// ```
///
/// A seed that fails fails again: `run(seed:isLogged:)` then reports every call, decision by decision.
public struct Chaos: Sendable {
    /// The number of callers at the same time.
    public var callers = 64
    /// The number of calls that each caller makes, one after the other.
    public var callsPerCaller = 4
    /// The phases of the first model.
    public var phases: [ProviderPhase] = Chaos.usualPhases
    /// The phases of the second model.
    public var otherPhases: [ProviderPhase] = [ProviderPhase(for: .seconds(60), .mixed)]
    /// The most tokens that all calls together may spend and reserve. Nil leaves the budget to layers of your own.
    public var tokenLimit: Int? = 500_000
    /// The most attempts that one call may make.
    public var maximumAttempts = 6
    /// Whether answers must reach their callers as the models gave them. Set it to `false` for layers that change text.
    public var checksText = true
    /// The largest age that a stored answer may have when a caller receives it. Nil leaves the age unchecked.
    public var longestAge: Duration?
    var maximumSteps = 50_000_000

    private let layers: @Sendable (inout ChaosScene) -> [any Middleware]

    /// Creates a test of these layers, outermost first; the closure makes them for every seed.
    public init(_ layers: @escaping @Sendable (inout ChaosScene) -> [any Middleware]) {
        self.layers = layers
    }

    /// A mixed phase, then one phase of each fault, then a healthy one.
    public static let usualPhases: [ProviderPhase] = [
        ProviderPhase(for: .seconds(15), .mixed), ProviderPhase(for: .seconds(8), .down),
        .flapping(for: .seconds(8)), ProviderPhase(for: .seconds(8), .throttling),
        ProviderPhase(for: .seconds(8), .overloaded), ProviderPhase(for: .seconds(10), .slow),
        ProviderPhase(for: .seconds(10), .healthy),
    ]

    /// Runs all callers in a simulation of their own and checks the invariants.
    ///
    /// - Parameters:
    ///   - seed: The seed of the simulation.
    ///   - isLogged: Whether the report holds a line for every call. The same seed gives the same bytes.
    /// - Throws: ``Deadlock`` when the callers cannot go on.
    public func run(seed: UInt64, isLogged: Bool = false) throws -> ChaosReport {
        let simulation = Simulation(seed: seed)
        var scene = ChaosScene(self, on: simulation)
        let collector = CallCollector()
        let (outer, inner) = (EndingCounter(), EndingCounter())
        let tested = layers(&scene)
        let pipeline = try Pipeline(models: scene.models) {
            outer
            collector
            if tokenLimit != nil { Spending(scene.account) }
            tested
            inner
        }
        let observed = CallObserver()
        let watched = pipeline.running(on: simulation).observing { event in observed.receive(event) }
        let journal = ChaosJournal(isLogged: isLogged, checksText: checksText, longestAge: longestAge)
        let callers = ChaosCallers(chaos: self, pipeline: watched, simulation: simulation, journal: journal)
        let violations = try simulation.run(maximumSteps: maximumSteps) { await callers.run() }

        var invariants = scene.invariants
        invariants.add(outer)
        invariants.add(inner)
        let witness = scene.witness
        invariants.add { collector.violations(served: witness.servedTokens) }
        invariants.add { observed.violations }
        invariants.add { violations }
        // The shutdown comes last, because it ends work that the checks before it must see.
        let alive = invariants.report().violations
        let left = try simulation.run { await watched.shutdown(within: .zero) }
        return callers.journal.report(
            seed: seed, scene: scene, steps: simulation.steps, end: simulation.now,
            violations: alive + left.map { "left at shutdown: \($0)" })
    }
}
