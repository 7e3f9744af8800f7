import Ladder
import LadderTesting

/// A simulated outage: forty minutes, two calls a second, and a provider that fails and recovers.
///
/// Its time passes once, so each way of asking needs an outage of its own.
struct Outage {
    /// The pipeline over both models.
    let pipeline: Pipeline
    /// The large model without layers.
    private let bareModel: Pipeline
    private let simulation: Simulation
    private let seed: UInt64
    private let witnesses = [HelpDesk.largeModel: ModelWitness(), HelpDesk.smallModel: ModelWitness()]

    init(seed: UInt64, history: BreakerHistory) throws {
        let simulation = Simulation(seed: seed)
        let witnesses = witnesses
        func model(_ name: String, phases: [OutagePhase]) -> FaultyModel {
            FaultyModel(name, phases: phases.map(\.provider), witness: witnesses[name] ?? ModelWitness())
        }
        let large = model(HelpDesk.largeModel, phases: OutagePhase.all)
        let small = model(HelpDesk.smallModel, phases: OutagePhase.ofSmallModel)
        pipeline = try HelpDesk.pipeline(models: [large, small]) { step in history.add(step) }
            .running(on: simulation)
        bareModel = try Pipeline(model: large).running(on: simulation)
        self.simulation = simulation
        self.seed = seed
    }

    /// Returns the number of requests that the provider of a model counted.
    func requests(to model: String) -> Int { witnesses[model]?.attemptCount ?? 0 }

    /// Returns the results of all calls through the pipeline.
    func throughPipeline() throws -> OutageLog {
        try run(PipelineCaller(pipeline: pipeline))
    }

    /// Returns the results of all calls through a retry loop around the large model.
    func throughRetryLoop() throws -> OutageLog {
        try run(RetryLoopCaller(model: bareModel, runtime: simulation))
    }

    private func run(_ caller: some Caller) throws -> OutageLog {
        let questions = IncomingQuestion.all(seed: seed)
        let simulation = simulation
        return try simulation.run {
            try await withThrowingTaskGroup(of: OutageLog.Entry.self) { group in
                for question in questions {
                    try await simulation.sleep(until: question.arrival)
                    group.addTask {
                        let result = await caller.ask(question.text)
                        return OutageLog.Entry(
                            arrival: question.arrival, waited: simulation.now - question.arrival, result: result)
                    }
                }
                var log = OutageLog()
                for try await entry in group { log.add(entry) }
                return log
            }
        }
    }
}
