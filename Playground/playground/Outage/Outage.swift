import Ladder
import LadderTesting

/// Forty minutes, two callers a second, and a provider that falls and gets up again.
///
/// Its time passes once: make another for another way of asking.
struct Outage {
    /// The ladder over both models.
    let pipeline: Pipeline
    /// The large model and nothing else.
    private let bareModel: Pipeline
    private let simulation: Simulation
    private let seed: UInt64
    private let witnesses = [HelpDesk.largeModel: ModelWitness(), HelpDesk.smallModel: ModelWitness()]

    init(seed: UInt64, _ history: BreakerHistory) throws {
        let simulation = Simulation(seed: seed)
        let witnesses = witnesses
        func model(_ name: String, _ phases: [OutagePhase]) -> FaultyModel {
            FaultyModel(name, phases: phases.map(\.provider), witness: witnesses[name] ?? ModelWitness())
        }
        let large = model(HelpDesk.largeModel, OutagePhase.all)
        let small = model(HelpDesk.smallModel, OutagePhase.ofSmallModel)
        pipeline = try HelpDesk.pipeline(models: [large, small]) { step in history.add(step) }
            .running(on: simulation)
        bareModel = try Pipeline(model: large).running(on: simulation)
        self.simulation = simulation
        self.seed = seed
    }

    /// How often the provider of a model was asked, by its own count.
    func requests(to model: String) -> Int { witnesses[model]?.attemptCount ?? 0 }

    /// Everybody asks through the ladder.
    func throughPipeline() throws -> OutageLog {
        try run(PipelineCaller(pipeline: pipeline))
    }

    /// Everybody asks the large model, in a loop.
    func throughRetryLoop() throws -> OutageLog {
        try run(RetryLoopCaller(model: bareModel, runtime: simulation))
    }

    private func run(_ caller: some Caller) throws -> OutageLog {
        let visits = Visit.all(seed: seed)
        let simulation = simulation
        return try simulation.run {
            try await withThrowingTaskGroup(of: OutageLog.Entry.self) { group in
                for visit in visits {
                    try await simulation.sleep(until: visit.arrival)
                    group.addTask {
                        let experience = await caller.ask(visit.question)
                        return OutageLog.Entry(visit.arrival, waited: simulation.now - visit.arrival, experience)
                    }
                }
                var log = OutageLog()
                for try await entry in group { log.add(entry) }
                return log
            }
        }
    }
}
