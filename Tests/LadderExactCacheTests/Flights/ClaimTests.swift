import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

/// Several processes, each with a cache of its own, that share one store and one model.
@Suite struct ClaimTests {
    private struct Processes {
        let simulation: Simulation
        let store = SharedTestStore()
        let model: ScriptedModel
        let pipelines: [Pipeline]

        init(seed: UInt64, _ model: ScriptedModel, tiers: Bool = false) throws {
            simulation = Simulation(seed: seed)
            self.model = model
            let store = store
            pipelines = try (0..<3).map { [simulation] _ in
                let store: any CacheStore = tiers ? TieredStore([MemoryStore(), store]) : store
                return try Pipeline(model: model, layers: [ExactCache(store: store)]).running(on: simulation)
            }
        }

        /// Asks the same question 30 times over all processes; returns the number of calls that failed.
        func ask() async -> Int {
            await withTaskGroup(of: Bool.self) { group in
                for number in 0..<30 {
                    group.addTask(executorPreference: simulation) {
                        let delay = Duration.milliseconds(number % 4)
                        try? await simulation.sleep(for: delay)
                        return (try? await pipelines[number % 3].respond(to: ChatRequest("hello"))) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 0 : 1) }
            }
        }
    }

    @Test(arguments: seeds, [false, true])
    func `processes that share a store ask a model once`(seed: UInt64, tiers: Bool) throws {
        let processes = try Processes(seed: seed, ScriptedModel("m", .reply("yes", after: .seconds(2))), tiers: tiers)
        let failed = try processes.simulation.run { await processes.ask() }
        #expect(failed == 0)
        #expect(processes.model.attempts.count == 1)
        #expect(processes.store.claimed == 0)
    }

    @Test(arguments: seeds)
    func `after a failure another process asks, and no claim is left`(seed: UInt64) throws {
        let model = ScriptedModel(
            "m", .fail(.server, after: .seconds(1)), .fail(.server, after: .seconds(1)),
            .reply("yes", after: .seconds(1)))
        let processes = try Processes(seed: seed, model)
        let failed = try processes.simulation.run { await processes.ask() }
        #expect(model.attempts.count == 3)
        #expect(failed > 0 && failed < 30)
        #expect(processes.store.claimed == 0)
    }

    @Test func `a call that has left gives its claim up`() throws {
        let processes = try Processes(seed: 1, ScriptedModel("m", .reply("yes", after: .seconds(2))))
        let text = try processes.simulation.run { [simulation = processes.simulation] in
            let first = Task(executorPreference: simulation) {
                try await processes.pipelines[0].respond(to: ChatRequest("hello"))
            }
            try await simulation.sleep(for: .milliseconds(500))
            first.cancel()
            let second = try await processes.pipelines[1].respond(to: ChatRequest("hello"))
            _ = await first.result
            return second.content
        }
        #expect(text == "yes")
        #expect(processes.model.attempts.count == 2)
        #expect(processes.store.claimed == 0)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `calls that leave at any moment leave no claim behind`(seed: UInt64) throws {
        let processes = try Processes(seed: seed, ScriptedModel("m", .reply("yes", after: .milliseconds(7))))
        processes.store.grantsAfter = .milliseconds(5)
        try processes.simulation.run { [simulation = processes.simulation] in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask(executorPreference: simulation) {
                        let call = Task(executorPreference: simulation) {
                            try await processes.pipelines[number % 3].respond(to: ChatRequest("hello"))
                        }
                        try? await simulation.sleep(for: .microseconds(simulation.random() % 20_000))
                        call.cancel()
                        _ = await call.result
                    }
                }
            }
            try await simulation.sleep(for: .seconds(1))
        }
        #expect(processes.store.claimed == 0)
    }

    @Test func `a call that waits for a process that has ended still has time to ask by itself`() throws {
        let processes = try Processes(seed: 1, ScriptedModel("m", .reply("yes", after: .seconds(2))))
        processes.store.loseClaims()
        let answer = try processes.simulation.run {
            try await processes.pipelines[0].respond(
                to: ChatRequest("hello"), options: CallOptions(timeLimit: .seconds(10)))
        }
        #expect(answer.content == "yes")
        #expect(answer.latency >= .seconds(7) && answer.latency < .seconds(8))
    }

    @Test func `a store that cannot grant a claim stops no call`() throws {
        let processes = try Processes(seed: 1, ScriptedModel("m", .reply("yes", after: .seconds(2))))
        processes.store.refusesClaims = true
        let failed = try processes.simulation.run { await processes.ask() }
        #expect(failed == 0)
        #expect(processes.model.attempts.count <= 3)
    }

    @Test func `the trace says that another process has computed the answer`() throws {
        let processes = try Processes(seed: 1, ScriptedModel("m", .reply("yes", after: .seconds(2))))
        let response = try processes.simulation.run { [simulation = processes.simulation] in
            async let first = processes.pipelines[0].respond(to: ChatRequest("hello"))
            try await simulation.sleep(for: .milliseconds(500))
            let second = try await processes.pipelines[1].respond(to: ChatRequest("hello"))
            _ = try await first
            return second
        }
        #expect(response.fallbackLevel == .exactCache)
        #expect(response.notes.contains("hit: computed by another process"))
    }
}
