import Ladder
import LadderTesting

/// Forty minutes, three callers a second, and a provider that falls and gets up again.
struct Outage {
    private let simulation: Simulation
    private let seed: UInt64
    private let witness = ModelWitness()

    /// How often the large model's provider was asked, by its own count.
    var requests: Int { witness.askCount }

    init(seed: UInt64) {
        self.seed = seed
        simulation = Simulation(seed: seed)
    }

    /// Everybody asks through the ladder.
    func throughPipeline(_ history: BreakerHistory) throws -> OutageLog {
        let breaker = CircuitBreaker { step in history.add(step) }
        let models = [largeModel, FaultyModel(HelpDesk.smallModel, phases: OutagePhase.ofSmallModel)]
        let pipeline = try HelpDesk.pipeline(models: models, breaker: breaker).running(on: simulation)
        return try run(PipelineCaller(pipeline: pipeline))
    }

    /// Everybody asks the large model, in a loop.
    func throughRetryLoop() throws -> OutageLog {
        let model = try Pipeline(model: largeModel).running(on: simulation)
        return try run(RetryLoopCaller(model: model, runtime: simulation))
    }

    private var largeModel: FaultyModel {
        FaultyModel(HelpDesk.largeModel, phases: OutagePhase.all.map(\.provider), witness: witness)
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
