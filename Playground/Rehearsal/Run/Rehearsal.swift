package import Ladder
import LadderTesting

/// Plays a scenario in virtual time: one function from a workload and a pipeline to a `Report`.
///
/// ```swift
/// let report = try Rehearsal(.named("outage")!, seed: 7).run()
/// print(report.total.success)
/// ```
package struct Rehearsal: Sendable {
    /// Returns a pipeline over the models of a stage.
    package typealias MakePipeline = @Sendable (Stage) throws -> Pipeline

    package let scenario: Scenario
    package let seed: UInt64
    private let makePipeline: MakePipeline

    /// Creates a rehearsal of a scenario.
    ///
    /// - Parameters:
    ///   - scenario: What happens.
    ///   - seed: The seed of all random numbers.
    ///   - makePipeline: Returns the pipeline to be rehearsed; nil for the standard one with the options of the scenario.
    package init(_ scenario: Scenario, seed: UInt64 = 7, makePipeline: MakePipeline? = nil) {
        self.scenario = scenario
        self.seed = seed
        self.makePipeline = makePipeline ?? { try $0.scenario.setup.pipeline(for: $0) }
    }

    /// Plays the scenario and returns what it has shown.
    ///
    /// - Parameters:
    ///   - log: Gets the beginning and the end of every call, for a call log. They are made from the results: an observer
    ///     would draw random numbers, and a run with a log would not be the run without it.
    ///   - progress: Is called with the share of the time that has been played, a hundred times at most.
    package func run(
        log: (@Sendable (CallEvent) -> Void)? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Report {
        let simulation = Simulation(seed: seed)
        let stage = Stage(scenario, conductor: Conductor(scenario))
        let record = RehearsalRecord(scenario, log: log)
        let pipelines = try scenario.restarts.map { _ in
            try makePipeline(stage).priced(by: stage.prices).running(on: simulation).recordingBreakers {
                record.add($0)
            }
        }
        try simulation.run(maximumSteps: .max) {
            await withDiscardingTaskGroup { group in
                var step = 0
                for (number, call) in CallPlan(scenario, seed: seed).enumerated() {
                    try? await simulation.sleep(until: .origin + call.arrival)
                    let pipeline = pipelines[scenario.restarts.lastIndex { $0 <= call.arrival } ?? 0]
                    group.addTask { await record.add(call, number: number, answeredBy: pipeline) }
                    let share = call.arrival / scenario.duration
                    if Int(share * 100) > step {
                        step = Int(share * 100)
                        progress?(share)
                    }
                }
            }
            for pipeline in pipelines { await pipeline.shutdown(within: .seconds(60)) }
        }
        return record.report(seed: seed, pipeline: pipelines[0].explain())
    }
}

extension Scenario {
    /// The times at which a process starts: the beginning, and each phase that restarts it.
    var restarts: [Duration] {
        [.zero] + phases.indices.dropFirst().filter { phases[$0].restarts }.map { start(ofPhase: $0) }
    }
}

extension Pipeline {
    /// Returns this pipeline with a breaker of the same policy whose transitions are recorded.
    package func recordingBreakers(_ record: @escaping @Sendable (BreakerTransition) -> Void) throws -> Pipeline {
        guard let breaker = layer(CircuitBreaker.self) else { return self }
        return try replacing(CircuitBreaker.self, with: CircuitBreaker(breaker.policy, onTransition: record))
    }
}
