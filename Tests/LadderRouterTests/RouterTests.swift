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
        let pipeline = try pipeline(ModelRouter("m", [Deployment("eu", client, modelID: "m-2026")]))
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
                Route("m", [Deployment("eu", FakeModel("eu"))]), Route("n", [Deployment("us", FakeModel("us"))])))
        #expect(try simulation.run { try await pipeline.respond(to: "hi").model } == "eu")
    }

    @Test func `a name nobody serves goes through, to a model of the pipeline or to nobody`() throws {
        let pipeline = try pipeline(
            ModelRouter("m", [Deployment("eu", FakeModel("eu"))]), models: [FakeModel("own")])
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "own")) }
        #expect(response.model == "own")
        #expect(response.attempts.map(\.target) == ["own"])
        #expect(try failure(pipeline, model: "stranger").kind == .modelNotFound)
    }

    @Test func `a failure goes to the next deployment, each is asked once, the trace names them`() throws {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let pipeline = try pipeline(ModelRouter("m", models.map { Deployment($0.name, $0) }))
        let error = try failure(pipeline)
        #expect(error.kind == .server)
        #expect(models.map(\.requests.count) == [1, 1, 1])
        #expect(error.earlierFailures.count == 2)
        #expect(Set(([error] + error.earlierFailures).compactMap(\.target)) == ["a", "b", "c"])
    }

    @Test func `an answer of another deployment is still the primary model's`() throws {
        let router = ModelRouter(
            "m", [Deployment("a", FakeModel("a", failing: .overloaded)), Deployment("b", FakeModel("b"), weight: 0)])
        let pipeline = try pipeline(router)
        let response = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
        #expect(response.model == "b")
        #expect(response.fallbackLevel == .primary)
        let switches = response.trace.events(of: "ModelRouter")
        #expect(switches.map(\.verdict) == [.switched])
        #expect(switches.map(\.detail) == [.target("b")])
        #expect(switches.map(\.reason) == ["overloaded"])
        #expect(router.deployments.map(\.busy) == [0, 0])
    }

    @Test func `inner layers hear how many stand behind, outer alternatives included`() throws {
        let watching = AlternativesRecorder()
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let layers: [any Middleware] = [
            Layer { request, context, next in
                var context = context
                context.alternatives = 1
                return try await next(request, context)
            },
            ModelRouter("m", models.map { Deployment($0.name, $0) }),
            watching,
        ]
        _ = try failure(try Pipeline(models: []) { layers }.running(on: simulation))
        #expect(watching.alternatives == [3, 2, 1])
    }

    @Test func `without attempts left the real error is thrown`() throws {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let error = try failure(try pipeline(ModelRouter("m", models.map { Deployment($0.name, $0) }), attempts: 2))
        #expect(error.kind == .server)
        #expect(models.map(\.requests.count).reduce(0, +) == 2)
    }

    @Test func `an opening it has met is not met again until it is over`() throws {
        let until = Instant(sinceOrigin: .seconds(30))
        let open = FakeModel("a") { _, context, _ in
            if context.now < until { throw ChatError(.circuitOpen(until: until)) }
            return Reply(model: "a", Completion("back"))
        }
        let router = ModelRouter("m", [Deployment("a", open), Deployment("b", FakeModel("b"), weight: 0)])
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

    @Test func `when all are open the error tells when the first opens`() throws {
        let models = [("a", 30), ("b", 10), ("c", 20)].map { name, seconds in
            FakeModel(name, failing: .circuitOpen(until: Instant(sinceOrigin: .seconds(seconds))))
        }
        let pipeline = try pipeline(ModelRouter("m", models.map { Deployment($0.name, $0) }), attempts: 20)
        for _ in 0..<3 {
            #expect(try failure(pipeline).kind == .circuitOpen(until: Instant(sinceOrigin: .seconds(10))))
        }
    }

    @Test func `calls bound by a tag go only to deployments that have it`() throws {
        let router = ModelRouter(
            "m",
            [
                Deployment("a", FakeModel("a", failing: .server), tags: ["region": "eu"]),
                Deployment("b", FakeModel("b"), tags: ["region": "us"]),
                Deployment("c", FakeModel("c")),
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
        let nobody = #expect(throws: ChatError.self) { try ask("mars") }
        #expect(nobody?.kind == .modelNotFound)
        #expect(nobody?.attempts.isEmpty == true)
    }

    @Test func `deployments come and go while calls are under way`() throws {
        let slow = FakeModel("slow") { _, context, _ in
            try await context.runtime.sleep(for: .seconds(10))
            return Reply(model: "slow", Completion("done"))
        }
        let router = ModelRouter("m", [Deployment("old", slow)])
        let pipeline = try pipeline(router)
        let simulation = simulation
        try simulation.run {
            let call = Task(executorPreference: simulation) {
                try await pipeline.respond(to: ChatRequest("hi", model: "m")).content
            }
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
            #expect(router.deployments.map(\.busy) == [1])
            try router.add(Deployment("new", FakeModel("new")), to: "m")
            try router.add(Deployment("other", FakeModel("other")), to: "n")
            #expect(router.drain("old"))
            #expect(router.deployments.map(\.isDraining) == [true, false, false])
            for _ in 0..<10 {
                #expect(try await pipeline.respond(to: ChatRequest("hi", model: "m")).model == "new")
            }
            #expect(try await pipeline.respond(to: ChatRequest("hi", model: "n")).model == "other")
            #expect(try await call.value == "done")
            #expect(router.deployments.map(\.id) == ["new", "other"])
            #expect(router.remove("new"))
            #expect(!router.remove("new"))
            #expect(throws: ConfigurationError.self) { try router.add(Deployment("other", slow), to: "m") }
            #expect(throws: ConfigurationError.self) { try router.add(Deployment("x", slow, weight: .nan), to: "m") }
        }
    }

    @Test func `it can be swapped alone`() throws {
        let first = try pipeline(ModelRouter("m", [Deployment("a", FakeModel("a"))]), models: [FakeModel("m")])
        let second = try first.replacing(ModelRouter.self, with: ModelRouter("m", [Deployment("b", FakeModel("b"))]))
        let bare = try first.removing(ModelRouter.self)
        let models = try simulation.run {
            [
                try await first.respond(to: "hi").model, try await second.respond(to: "hi").model,
                try await bare.respond(to: "hi").model,
            ]
        }
        #expect(models == ["a", "b", "m"])
    }

    @Test func `retry waits do not make a deployment slow, answers from elsewhere do not make it fast`() throws {
        // Two deployments of the same speed; the layer below makes one of them wait before it is asked.
        func head(_ name: String, _ milliseconds: Int) -> FakeModel {
            FakeModel(name) { _, context, _ in
                try await context.runtime.sleep(for: .milliseconds(milliseconds))
                return Reply(model: name, Completion(name))
            }
        }
        let router = ModelRouter(
            "m", [Deployment("a", head("a", 100)), Deployment("b", head("b", 200))],
            policy: RouterPolicy(strategy: .fastest, exploration: 0))
        let pipeline = try pipeline(router) {
            Layer { request, context, next in
                if context.target?.id == "a" { try await context.runtime.sleep(for: .seconds(3)) }
                return try await next(request, context)
            }
        }
        let models = try simulation.run {
            var models: [String] = []
            for _ in 0..<6 { models.append(try await pipeline.respond(to: ChatRequest("hi", model: "m")).model) }
            return models
        }
        #expect(models.suffix(4) == ["a", "a", "a", "a"])
    }

    @Test func `a deployment that fails at once is not taken for the fastest`() throws {
        let broken = FakeModel("a", failing: .server)
        let slow = FakeModel("b") { _, context, _ in
            try await context.runtime.sleep(for: .seconds(1))
            return Reply(model: "b", Completion("b"))
        }
        let router = ModelRouter(
            "m", [Deployment("a", broken), Deployment("b", slow)],
            policy: RouterPolicy(strategy: .fastest, exploration: 0))
        let pipeline = try pipeline(router)
        try simulation.run {
            for _ in 0..<10 { _ = try await pipeline.respond(to: ChatRequest("hi", model: "m")) }
        }
        #expect(broken.requests.count == 1)
    }
}
