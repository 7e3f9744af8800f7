import Ladder
package import LadderConfiguration
import LadderTesting

/// A recorded call log driven through another pipeline: what it would have saved, and what it would have cost.
package struct Replay: Sendable {
    package let log: RecordedLog
    /// The table of the calls as they were.
    package let recorded: Report
    /// The table of the same calls through the pipeline.
    package let replayed: Report
    /// Which target of the log each model of the pipeline stands for.
    package let mapping: ReplayMapping

    /// Replays a log.
    ///
    /// Without digests of requests every call is a question of its own, so exact reuse shows nothing.
    ///
    /// - Parameters:
    ///   - log: The recorded calls.
    ///   - configuration: The pipeline, whose models behave as those of the log, in their order; nil for the standard one.
    package init(_ log: RecordedLog, configuration: PipelineConfiguration? = nil) throws {
        self.log = log
        let length = (log.calls.last?.arrival ?? .zero) + .seconds(1)
        let scenario = Scenario(
            name: "recorded", summary: "\(log.calls.count) calls of a log.",
            phases: [ScenarioPhase("recorded", for: length)])
        recorded = Report(scenario: scenario, seed: 0, pipeline: "", rows: log.rows)

        let record = ReplayRecord(log)
        let targets = log.targets
        let names = targets.isEmpty ? ["model"] : Array(targets.prefix(Self.mostTargets))
        let made = Locked<[ReplayMapping.Pair]>([])
        let simulation = Simulation(seed: 1)
        let pipeline = try Self.pipeline(configuration, over: names) { name, target in
            made.withLock { $0.append(ReplayMapping.Pair(target: target, model: name)) }
            return ReplayedModel(name, behavingAs: target, record: record)
        }
        .priced(by: Self.prices(of: log, named: names)).running(on: simulation)
        mapping = ReplayMapping(made: made.withLock { $0 }, log: log)
        replayed = Report(
            scenario: scenario, seed: 0, pipeline: pipeline.explain(),
            rows: try Self.rows(of: log.calls, through: pipeline, in: simulation))
    }

    private static func rows(
        of calls: [RecordedLog.Call], through pipeline: Pipeline, in simulation: Simulation
    ) throws -> [CallRow] {
        try simulation.run(maximumSteps: .max) {
            let rows = await withTaskGroup(of: CallRow.self) { group in
                for call in calls {
                    try? await simulation.sleep(until: .origin + call.arrival)
                    group.addTask { await row(of: call, through: pipeline) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            await pipeline.shutdown(within: .seconds(60))
            return rows.sorted { $0.arrival < $1.arrival }
        }
    }

    private static func row(of call: RecordedLog.Call, through pipeline: Pipeline) async -> CallRow {
        let options = CallOptions(id: call.id, scope: call.scope)
        let begin = pipeline.runtime.now
        do {
            let response = try await pipeline.respond(to: ChatRequest(call.digest ?? call.id), options: options)
            return CallRow(response, arrival: call.arrival)
        } catch {
            let error = ChatError(wrapping: error)
            return CallRow(error, arrival: call.arrival, latency: pipeline.runtime.now - begin)
        }
    }

    private static func pipeline(
        _ configuration: PipelineConfiguration?, over targets: [String],
        make: @escaping @Sendable (_ name: String, _ target: String) -> any ChatModel
    ) throws -> Pipeline {
        guard let configuration else {
            let models = targets.map { make($0, $0) }
            return try Pipeline.standard(model: models[0], fallbacks: Array(models.dropFirst()), cache: ExactCache())
        }
        let catalog = ModelCatalog.substituting(configuration, models: targets, make: make)
        return try ConfiguredPipeline(configuration, models: catalog).pipeline
    }

    /// The number of targets that a replay asks: a fallback has no more candidates.
    private static let mostTargets = 30

    /// Returns the known prices; a target without one costs for each token what it has cost in the log.
    private static func prices(of log: RecordedLog, named names: [String]) -> PriceBook {
        var prices = PriceBook.builtIn
        for name in names where prices.price(of: name) == nil {
            let attempts = log.calls.flatMap(\.summary.attempts).filter { $0.target == name && $0.cost != nil }
            let tokens = attempts.reduce(0) { $0.saturatingAdding($1.usage?.totalTokens ?? 0) }
            let cost = attempts.reduce(Money.zero) { $0 + ($1.cost ?? .zero) }
            let price = Money(picodollars: tokens == 0 ? 0 : cost.picodollars / Int64(tokens))
            prices.prices[name] = ModelPrice(TokenRates(input: price, output: price))
        }
        return prices
    }
}
