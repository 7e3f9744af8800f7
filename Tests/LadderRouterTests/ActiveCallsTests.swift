import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct ActiveCallsTests {
    private func streaming(_ name: String) -> FakeModel {
        FakeModel(name, streams: true) { _, _, _ in
            try await Reply.live(
                model: name, from: FakeSource([.text("one "), .text("two "), .text("three"), .finished(.stop)]))
        }
    }

    @Test func `a stream counts until it is read to its end`() throws {
        let simulation = Simulation(seed: 1)
        let router = ModelRouter("m", deployments: [Deployment("a", client: streaming("a"))])
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            #expect(router.deployments().map(\.activeCalls) == [1])
            _ = try await stream.next()
            #expect(router.deployments().map(\.activeCalls) == [1])
            _ = try await stream.collect()
            #expect(router.deployments().map(\.activeCalls) == [0])
        }
    }

    @Test func `fastest: a deployment whose streams are cut is not fast`() throws {
        let simulation = Simulation(seed: 1)
        let bad = ScriptedModel("bad", .cut(after: 1, .server, firstAfter: .milliseconds(10)))
        let good = ScriptedModel("good", .stream(["a "], firstAfter: .milliseconds(50)))
        let router = ModelRouter(
            "m", deployments: [Deployment("bad", client: bad), Deployment("good", client: good)],
            policy: RouterPolicy(strategy: .fastest))
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        try simulation.run { for _ in 0..<200 { _ = try await pipeline.streamResponse(to: "hi").collect() } }
        #expect(bad.attempts.count < 40)
        #expect(good.attempts.count > 160)
    }

    @Test func `a dropped stream is no longer counted`() throws {
        let simulation = Simulation(seed: 1)
        let router = ModelRouter("m", deployments: [Deployment("a", client: streaming("a"))])
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        try simulation.run {
            do {
                let stream = try await pipeline.streamResponse(to: "hi")
                _ = try await stream.next()
                #expect(router.deployments().map(\.activeCalls) == [1])
            }
            #expect(router.deployments().map(\.activeCalls) == [0])
        }
    }

    @Test(arguments: 0..<40)
    func `the end of every call is counted, however it ends`(seed: Int) throws {
        let simulation = Simulation(seed: UInt64(seed))
        let model: @Sendable (String) -> FakeModel = { name in
            FakeModel(name, streams: true) { _, context, _ in
                try await context.runtime.sleep(for: .milliseconds(Int(context.runtime.random() % 3_000)))
                switch context.runtime.random() % 5 {
                case 0: throw ChatError(.server)
                case 1: throw ChatError(.circuitOpen(until: context.now + .seconds(2)))
                case 2: return Reply(model: name, Completion("whole"))
                case 3:
                    return try await Reply.live(
                        model: name, from: FakeSource([.text("cut")], then: ChatError(.overloaded)))
                default:
                    return try await Reply.live(
                        model: name, from: FakeSource([.text("a"), .text("b"), .finished(.stop)]))
                }
            }
        }
        let strategy = RouterPolicy.Strategy.allCases[seed % 3]
        let router = ModelRouter(
            "m", deployments: ["a", "b", "c"].map { Deployment($0, client: model($0)) },
            policy: RouterPolicy(strategy: strategy))
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        let active = try simulation.run {
            let calls = (0..<60).map { number in
                Task(executorPreference: simulation) {
                    try await simulation.sleep(until: Instant(sinceOrigin: .milliseconds(50 * number)))
                    let options = CallOptions(timeLimit: number % 4 == 0 ? .milliseconds(1_500) : nil)
                    if number % 2 == 0 {
                        _ = try await pipeline.respond(to: "hi", options: options)
                    } else {
                        let stream = try await pipeline.streamResponse(to: "hi", options: options)
                        _ = try await stream.next()
                        if number % 3 == 0 { _ = try await stream.collect() }
                    }
                }
            }
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(2)))
            let active = router.deployments().map(\.activeCalls).reduce(0, +)
            for call in calls.enumerated() where call.offset % 5 == 0 { call.element.cancel() }
            for call in calls { _ = await call.result }
            return active
        }
        #expect(active > 0)
        #expect(router.deployments().map(\.activeCalls) == [0, 0, 0])
        #expect(simulation.alive.isEmpty)
        #expect(simulation.strayJobs == 0)
    }
}
