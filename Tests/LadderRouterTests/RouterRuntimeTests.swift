import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct RouterRuntimeTests {
    @Test func `a rehearsal in virtual time leaves the state of production alone`() async throws {
        let isOpen = Shared(true)
        let first = FakeModel("a") { _, context, _ in
            if isOpen.value { throw ChatError(.circuitOpen(until: context.now + .seconds(60))) }
            return Reply(model: "a", Completion("from a"))
        }
        let router = ModelRouter(
            "m", deployments: [Deployment("a", client: first), Deployment("b", client: FakeModel("b"), weight: 0)])
        let production = try Pipeline(models: []) { router }
        let simulation = Simulation(seed: 1)
        let rehearsal = production.running(on: simulation)
        try simulation.run {
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(30 * 86_400)))
            #expect(try await rehearsal.respond(to: "hi").model == "b")
            #expect(router.deployments().first?.cooldownEnd == simulation.now + .seconds(60))
        }
        #expect(router.deployments(on: .live).first?.cooldownEnd == nil)
        isOpen.change { $0 = false }
        #expect(try await production.respond(to: "hi").model == "a")
        #expect(router.deployments().first?.cooldownEnd == nil, "the live runtime used the router last")
        #expect(try simulation.run { try await rehearsal.respond(to: "hi").model } == "b")
    }

    @Test func `deployments come and go for all runtimes`() async throws {
        let router = ModelRouter("m", deployments: [Deployment("a", client: FakeModel("a"))])
        let production = try Pipeline(models: []) { router }
        let simulation = Simulation(seed: 1)
        let rehearsal = production.running(on: simulation)
        #expect(try await production.respond(to: "hi").model == "a")
        try simulation.run {
            #expect(try await rehearsal.respond(to: "hi").model == "a")
            try router.add(Deployment("b", client: FakeModel("b")), to: "m")
            #expect(router.drain("a"))
            #expect(try await rehearsal.respond(to: "hi").model == "b")
        }
        #expect(try await production.respond(to: "hi").model == "b")
        #expect(router.deployments(on: .live).map(\.id) == ["b"])
    }
}
