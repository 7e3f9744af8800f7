import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct RouterDeploymentsTests {
    @Test func `deployments come and go while calls are in progress`() throws {
        let simulation = Simulation(seed: 11)
        let slow = FakeModel("slow") { _, context, _ in
            try await context.runtime.sleep(for: .seconds(10))
            return Reply(model: "slow", Completion("done"))
        }
        let router = ModelRouter("m", deployments: [Deployment("old", client: slow)])
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        try simulation.run {
            let call = Task(executorPreference: simulation) {
                try await pipeline.respond(to: ChatRequest("hi", model: "m")).content
            }
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
            #expect(router.deployments().map(\.activeCalls) == [1])
            try router.add(Deployment("new", client: FakeModel("new")), to: "m")
            try router.add(Deployment("other", client: FakeModel("other")), to: "n")
            #expect(router.drain("old"))
            #expect(router.deployments().map(\.isDraining) == [true, false, false])
            for _ in 0..<10 {
                #expect(try await pipeline.respond(to: ChatRequest("hi", model: "m")).model == "new")
            }
            #expect(try await pipeline.respond(to: ChatRequest("hi", model: "n")).model == "other")
            #expect(try await call.value == "done")
            #expect(router.deployments().map(\.id) == ["new", "other"])
            #expect(router.remove("new"))
            #expect(!router.remove("new"))
            #expect(throws: ConfigurationError.self) { try router.add(Deployment("other", client: slow), to: "m") }
            #expect(throws: ConfigurationError.self) {
                try router.add(Deployment("x", client: slow, weight: .nan), to: "m")
            }
        }
    }

    @Test func `20,000 models that come and go are forgotten, and none makes another slow`() throws {
        let router = ModelRouter("m", deployments: [Deployment("a", client: FakeModel("a"))])
        let client = FakeModel("b")
        let clock = ContinuousClock()
        let elapsed = try clock.measure {
            for number in 0..<20_000 { try router.add(Deployment("d\(number)", client: client), to: "m\(number)") }
            #expect(router.layerDescription.serves.count == 20_001)
            for number in 0..<20_000 { #expect(router.drain("d\(number)")) }
        }
        #expect(router.layerDescription.serves == ["m"])
        #expect(router.deployments().map(\.id) == ["a"])
        #expect(elapsed < .seconds(120))
    }
}
