import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

@Suite struct WaitingTests {
    let simulation = Simulation(seed: 4)

    /// A model whose breaker is open until then.
    private func open(_ name: String, until seconds: Int) -> FakeModel {
        let until = Instant(sinceOrigin: .seconds(seconds))
        return FakeModel(name) { _, context, _ in
            if context.now < until { throw ChatError(.circuitOpen(until: until)) }
            return Reply(model: name, Completion("from \(name)"))
        }
    }

    private func call(
        _ models: [FakeModel], maximumWait: Duration, timeLimit: Duration? = nil, attempts: Int? = nil
    ) throws -> Result<ChatResponse, any Error> {
        let pipeline = try Pipeline(models: models) {
            ModelFallback(ModelFallbackPolicy(["b", "c"], maximumWait: maximumWait))
        }.running(on: simulation)
        return Result {
            try simulation.run {
                let options = CallOptions(timeLimit: timeLimit, maximumAttempts: attempts)
                return try await pipeline.respond(to: "hi", options: options)
            }
        }
    }

    @Test func `when every circuit is open the call waits for the first, if asked to`() throws {
        let models = [open("a", until: 9), open("b", until: 3), open("c", until: 5)]
        let response = try call(models, maximumWait: .seconds(4)).get()
        #expect(response.model == "b")
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.latency == .seconds(3))
        #expect(response.trace.events.contains { $0.verdict == .retrying && $0.detail == .wait(.seconds(3)) })
    }

    @Test func `the first model, waited for, is no fallback`() throws {
        let models = [open("a", until: 2), open("b", until: 3), open("c", until: 5)]
        let response = try call(models, maximumWait: .seconds(2)).get()
        #expect(response.model == "a")
        #expect(response.fallbackLevel == .primary)
    }

    @Test(arguments: [
        (maximumWait: Duration.zero, timeLimit: Duration?.none, attempts: 10),
        (.seconds(2), nil, 10),
        (.seconds(10), .seconds(3), 10),
        (.seconds(10), nil, 3),
    ])
    func `without permission, time or attempts the call fails at once`(
        maximumWait: Duration, timeLimit: Duration?, attempts: Int
    ) throws {
        let models = [open("a", until: 9), open("b", until: 3), open("c", until: 5)]
        let result = try call(models, maximumWait: maximumWait, timeLimit: timeLimit, attempts: attempts)
        #expect(throws: ChatError.self) { try result.get() }
        guard case .failure(let error as ChatError) = result else { return }
        #expect(error.kind == .circuitOpen(until: Instant(sinceOrigin: .seconds(3))))
        #expect(error.earlierFailures.count == 2)
        #expect(simulation.now == .origin)
    }

    @Test func `the call does not wait when a model has failed in another way`() throws {
        let models = [open("a", until: 9), FakeModel("b", failing: .server), open("c", until: 5)]
        let result = try call(models, maximumWait: .seconds(20))
        guard case .failure(let error as ChatError) = result else { throw ChatError(.server) }
        #expect(error.kind == .server)
        #expect(simulation.now == .origin)
    }

    @Test func `a caller that leaves during the wait gets a CancellationError`() throws {
        let models = [open("a", until: 9), open("b", until: 8), open("c", until: 8)]
        let pipeline = try Pipeline(models: models) {
            ModelFallback(ModelFallbackPolicy(["b", "c"], maximumWait: .seconds(60)))
        }.running(on: simulation)
        let simulation = simulation
        try simulation.run {
            let task = Task(executorPreference: simulation) { try await pipeline.respond(to: "hi") }
            try await simulation.sleep(until: simulation.now + .seconds(1))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(simulation.now == Instant(sinceOrigin: .seconds(1)))
        }
        #expect(models.map(\.requests.count) == [1, 1, 1])
    }
}
