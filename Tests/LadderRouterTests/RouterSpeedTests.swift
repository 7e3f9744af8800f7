import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

/// What `fastest` records as the speed of a deployment.
@Suite struct RouterSpeedTests {
    let simulation = Simulation(seed: 11)

    private func pipeline(
        _ deployments: [Deployment], @PipelineBuilder inner: () -> [any Middleware] = { [] }
    ) throws -> Pipeline {
        let policy = RouterPolicy(strategy: .fastest, exploration: 0, halfLife: .seconds(86_400))
        let layers = [ModelRouter("m", deployments: deployments, policy: policy)] + inner()
        return try Pipeline(models: []) { layers }.running(on: simulation)
    }

    /// A model whose answer comes after this long.
    private func deployment(_ name: String, milliseconds: Int, weight: Double = 1) -> Deployment {
        let model = FakeModel(name) { _, context, _ in
            try await context.runtime.sleep(for: .milliseconds(milliseconds))
            return Reply(model: name, Completion(name))
        }
        return Deployment(name, client: model, weight: weight)
    }

    /// A layer that answers the first calls of the deployment `a` itself, as a cache would.
    private func cache(calls: Int) -> Layer {
        let answered = Shared(0)
        return Layer { request, context, next in
            if context.target?.id == "a" {
                let number = answered.change { count in
                    count += 1
                    return count
                }
                if number <= calls { return Reply(level: .exactCache, model: "a", Completion("cached")) }
            }
            return try await next(request, context)
        }
    }

    /// The deployments that answer a number of calls, one after the other.
    private func models(_ pipeline: Pipeline, calls: Int) throws -> [String] {
        try simulation.run {
            var models: [String] = []
            for _ in 0..<calls { models.append(try await pipeline.respond(to: "hi").model) }
            return models
        }
    }

    @Test func `a wait before the attempt does not make a deployment slow`() throws {
        let pipeline = try pipeline([deployment("a", milliseconds: 100), deployment("b", milliseconds: 200)]) {
            Layer { request, context, next in
                if context.target?.id == "a" { try await context.runtime.sleep(for: .seconds(3)) }
                return try await next(request, context)
            }
        }
        #expect(try models(pipeline, calls: 6).suffix(4) == ["a", "a", "a", "a"])
    }

    @Test func `answers of a cache inside the router do not make a deployment fast`() throws {
        let pipeline = try pipeline([deployment("a", milliseconds: 500), deployment("b", milliseconds: 200)]) {
            cache(calls: 10)
        }
        // Until a is asked itself it is not measured; then both are.
        #expect(try models(pipeline, calls: 16).suffix(4) == ["b", "b", "b", "b"])
    }

    @Test func `an attempt at another deployment does not make the deployment of a cached answer fast`() throws {
        let cut = FakeModel("cut", streams: true) { _, context, _ in
            try await context.runtime.sleep(for: .milliseconds(10))
            return try await Reply.live(model: "cut", from: FakeSource([.text("half")], then: ChatError(.server)))
        }
        let pipeline = try pipeline([
            Deployment("cut", client: cut), deployment("a", milliseconds: 300, weight: 0),
            deployment("b", milliseconds: 100, weight: 0),
        ]) { cache(calls: 10) }
        let models = try models(pipeline, calls: 14)
        #expect(cut.requests.count == 14)
        #expect(models.count { $0 == "a" } == 11, "ten cached answers, and one of its own")
        #expect(models.suffix(2) == ["b", "b"])
    }

    @Test func `a deployment that fails at once is not taken for the fastest`() throws {
        let broken = FakeModel("a", failing: .server)
        let pipeline = try pipeline([Deployment("a", client: broken), deployment("b", milliseconds: 1_000)])
        #expect(try models(pipeline, calls: 10).allSatisfy { $0 == "b" })
        #expect(broken.requests.count == 1)
    }

    @Test func `a slow reader does not make a deployment slow`() throws {
        func streaming(_ name: String, milliseconds: Int) -> Deployment {
            let model = FakeModel(name, streams: true) { _, context, _ in
                try await context.runtime.sleep(for: .milliseconds(milliseconds))
                let pieces = (0..<10).map { ReplyChunk.text("\($0)") } + [.finished(.stop)]
                return try await Reply.live(model: name, from: FakeSource(pieces))
            }
            return Deployment(name, client: model)
        }
        let pipeline = try pipeline([streaming("a", milliseconds: 10), streaming("b", milliseconds: 50)]) {
            Layer { request, context, next in
                var context = context
                context.limits.narrow(to: TimeLimits(total: context.now + .seconds(60)))
                return try await next(request, context)
            }
        }
        #expect(Set(try models(pipeline, calls: 4).prefix(2)) == ["a", "b"])
        let simulation = simulation
        let reason = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            try await simulation.sleep(until: simulation.now + .seconds(300))
            let response = try await stream.collect()
            #expect(response.model == "a")
            return response.finishReason
        }
        #expect(reason == .partial(.readerTooSlow))
        #expect(try models(pipeline, calls: 4) == ["a", "a", "a", "a"])
    }
}
