package import Ladder
import LadderTesting

/// A recorded call log driven through another pipeline: what it would have saved, and what it would have cost.
package struct Replay: Sendable {
    package let log: RecordedLog
    /// The table of the calls as they were.
    package let recorded: Report
    /// The table of the same calls through the pipeline.
    package let replayed: Report

    /// Replays a log.
    ///
    /// Without digests of requests every call is a question of its own, so exact reuse shows nothing.
    ///
    /// - Parameters:
    ///   - log: The recorded calls.
    ///   - makePipeline: Returns the pipeline over the models of the log; nil for the standard one.
    package init(_ log: RecordedLog, makePipeline: ((_ models: [any ChatModel]) throws -> Pipeline)? = nil) throws {
        self.log = log
        let length = (log.calls.last?.arrival ?? .zero) + .seconds(1)
        let scenario = Scenario(
            name: "recorded", summary: "\(log.calls.count) calls of a log.",
            phases: [ScenarioPhase("recorded", for: length)])
        recorded = Report(scenario: scenario, seed: 0, pipeline: "", rows: log.rows)

        let record = ReplayRecord(log)
        let names = Self.targets(of: log)
        let models = names.map { ReplayedModel($0, record: record) }
        let simulation = Simulation(seed: 1)
        let pipeline = try (makePipeline ?? Self.standard)(models)
            .priced(by: Self.prices(of: log, named: names)).running(on: simulation)
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
            var row = CallRow(arrival: call.arrival, latency: response.latency, attempts: response.attempts)
            (row.level, row.isCut) = (response.fallbackLevel, response.finishReason.isPartial)
            return row
        } catch {
            let error = error as? ChatError ?? ChatError(.server)
            var row = CallRow(arrival: call.arrival, latency: pipeline.runtime.now - begin, attempts: error.attempts)
            row.error = error.kind.kindName
            return row
        }
    }

    private static func standard(_ models: [any ChatModel]) throws -> Pipeline {
        try Pipeline.standard(model: models[0], fallbacks: Array(models.dropFirst()), cache: ExactCache())
    }

    /// Returns the targets of a log: those that callers asked for first, then those of the most attempts.
    private static func targets(of log: RecordedLog) -> [String] {
        var counts: [String: Int] = [:]
        for call in log.calls {
            for attempt in call.summary.attempts { counts[attempt.target, default: 0] += 1 }
        }
        for call in log.calls where counts[call.model] != nil { counts[call.model, default: 0] += log.calls.count }
        let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return names.isEmpty ? ["model"] : names
    }

    /// Returns the known prices; a target without one costs for each token what it has cost in the log.
    private static func prices(of log: RecordedLog, named names: [String]) -> PriceBook {
        var prices = PriceBook.builtIn
        for name in names where prices.price(of: name) == nil {
            let attempts = log.calls.flatMap(\.summary.attempts).filter { $0.target == name && $0.cost != nil }
            let tokens = attempts.reduce(0) { $0 + ($1.usage?.totalTokens ?? 0) }
            let cost = attempts.reduce(Int64(0)) { $0 + ($1.cost?.picodollars ?? 0) }
            let price = Money(picodollars: tokens == 0 ? 0 : cost / Int64(tokens))
            prices.prices[name] = ModelPrice(TokenRates(input: price, output: price))
        }
        return prices
    }
}
