import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct RouterTests {
    let simulation = Simulation(seed: 11)

    private func pipeline(
        _ router: ModelRouter, models: [FakeModel] = [], attempts: Int = 6,
        @PipelineBuilder inner: () -> [any Middleware] = { [] }
    ) throws -> Pipeline {
        let layers = [router] + inner()
        return try Pipeline(models: models) { layers }.limited(attempts: attempts).running(on: simulation)
    }

    private func failure(_ pipeline: Pipeline, model: String = "m") throws -> ChatError {
        let caught = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: model)) }
        }
        return try #require(caught)
    }

    @Test func `the deployment is the target: client, provider's name and id`() throws {
        let client = FakeModel("client") { _, context, _ in
            Reply(model: context.target?.modelID ?? "", Completion("hello"))
        }
        let pipeline = try pipeline(
            ModelRouter("m", deployments: [Deployment("eu", client: client, modelID: "m-2026")]))
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
        #expect(response.model == "m-2026")
        #expect(response.fallbackLevel == .primary)
        #expect(response.attempts.map(\.target) == ["eu"])
        #expect(response.trace.events(of: "ModelRouter").isEmpty)
        #expect(client.requests.map(\.model) == ["m"])
    }

    @Test func `a request without a name goes to the first route where the pipeline has no model`() throws {
        let pipeline = try pipeline(
            ModelRouter(
                Route("m", deployments: [Deployment("eu", client: FakeModel("eu"))]),
                Route("n", deployments: [Deployment("us", client: FakeModel("us"))])))
        #expect(try simulation.run { try await pipeline.respond(to: "hi").model } == "eu")
    }

    @Test func `a model without a deployment is left to the pipeline`() throws {
        let pipeline = try pipeline(
            ModelRouter("m", deployments: [Deployment("eu", client: FakeModel("eu"))]), models: [FakeModel("own")])
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "own")) }
        #expect(response.model == "own")
        #expect(response.attempts.map(\.target) == ["own"])
        #expect(try failure(pipeline, model: "stranger").kind == .modelNotFound)
    }

    @Test func `a failure goes to the next deployment, each is asked once, the trace names them`() throws {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let pipeline = try pipeline(ModelRouter("m", deployments: models.map { Deployment($0.name, client: $0) }))
        let error = try failure(pipeline)
        #expect(error.kind == .server)
        #expect(models.map(\.requests.count) == [1, 1, 1])
        #expect(error.earlierFailures.count == 2)
        #expect(Set(([error] + error.earlierFailures).compactMap(\.target)) == ["a", "b", "c"])
    }

    @Test func `an answer of another deployment is still the primary model's`() throws {
        let router = ModelRouter(
            "m",
            deployments: [
                Deployment("a", client: FakeModel("a", failing: .overloaded)),
                Deployment("b", client: FakeModel("b"), weight: 0),
            ])
        let pipeline = try pipeline(router)
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
        #expect(response.model == "b")
        #expect(response.fallbackLevel == .primary)
        let switches = response.trace.events(of: "ModelRouter")
        #expect(switches.map(\.verdict) == [.switched])
        #expect(switches.map(\.detail) == [.target("b")])
        #expect(switches.map(\.reason) == ["overloaded"])
        #expect(router.deployments().map(\.activeCalls) == [0, 0])
    }

    @Test func `inner layers see how many deployments are left, on top of outer alternatives`() throws {
        let watching = AlternativesRecorder()
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let layers: [any Middleware] = [
            Layer { request, context, next in
                var context = context
                context.alternatives = 1
                return try await next(request, context)
            },
            ModelRouter("m", deployments: models.map { Deployment($0.name, client: $0) }),
            watching,
        ]
        _ = try failure(try Pipeline(models: []) { layers }.running(on: simulation))
        #expect(watching.alternatives == [3, 2, 1])
    }

    @Test func `without attempts left the real error is thrown`() throws {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let error = try failure(
            try pipeline(ModelRouter("m", deployments: models.map { Deployment($0.name, client: $0) }), attempts: 2))
        #expect(error.kind == .server)
        #expect(models.map(\.requests.count).reduce(0, +) == 2)
    }

    @Test func `a deployment whose circuit is open is not asked again before the circuit lets a probe through`() throws
    {
        let until = Instant(sinceOrigin: .seconds(30))
        let open = FakeModel("a") { _, context, _ in
            if context.now < until { throw ChatError(.circuitOpen(until: until)) }
            return Reply(model: "a", Completion("back"))
        }
        let router = ModelRouter(
            "m", deployments: [Deployment("a", client: open), Deployment("b", client: FakeModel("b"), weight: 0)])
        let pipeline = try pipeline(router)
        let simulation = simulation
        try simulation.run {
            for _ in 0..<10 { _ = try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
            #expect(open.requests.count == 1)
            try await simulation.sleep(until: until + .seconds(11))
            for _ in 0..<10 { _ = try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
            #expect(open.requests.count == 11)
        }
    }

    @Test func `when all circuits are open the error is the refusal that ends first`() throws {
        let models = [("a", 30), ("b", 10), ("c", 20)].map { name, seconds in
            FakeModel(name, failing: .circuitOpen(until: Instant(sinceOrigin: .seconds(seconds))))
        }
        let pipeline = try pipeline(
            ModelRouter("m", deployments: models.map { Deployment($0.name, client: $0) }), attempts: 20)
        for _ in 0..<3 {
            #expect(try failure(pipeline).kind == .circuitOpen(until: Instant(sinceOrigin: .seconds(10))))
        }
    }

    @Test func `calls that require a tag go only to deployments that have it`() throws {
        let router = ModelRouter(
            "m",
            deployments: [
                Deployment("a", client: FakeModel("a", failing: .server), tags: ["region": "eu"]),
                Deployment("b", client: FakeModel("b"), tags: ["region": "us"]),
                Deployment("c", client: FakeModel("c")),
            ], policy: RouterPolicy(requiredTags: ["region"]))
        let pipeline = try pipeline(router)
        let simulation = simulation
        func ask(_ region: String) throws -> ChatResponse {
            try simulation.run {
                try await pipeline.respond(
                    to: ChatRequest("hi", model: "m"), options: CallOptions(scope: CallScope(tags: ["region": region])))
            }
        }
        for _ in 0..<20 { #expect(try ask("us").model == "b") }
        let alone = #expect(throws: ChatError.self) { try ask("eu") }
        #expect(alone?.attempts.map(\.target) == ["a"])
        let none = #expect(throws: ChatError.self) { try ask("mars") }
        #expect(none?.kind == .modelNotFound)
        #expect(none?.attempts.isEmpty == true)
    }

    @Test func `it can be swapped alone`() throws {
        let first = try pipeline(
            ModelRouter("m", deployments: [Deployment("a", client: FakeModel("a"))]), models: [FakeModel("m")])
        let second = try first.replacing(
            ModelRouter.self, with: ModelRouter("m", deployments: [Deployment("b", client: FakeModel("b"))]))
        let bare = try first.removing(ModelRouter.self)
        let models = try simulation.run {
            [
                try await first.respond(to: "hi").model, try await second.respond(to: "hi").model,
                try await bare.respond(to: "hi").model,
            ]
        }
        #expect(models == ["a", "b", "m"])
    }
}
