import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct FlightChaosTests {
    /// Callers that come, leave, drop streams and meet deadlines at random, over models that fail in every way.
    @Test(arguments: 0..<150 as Range<UInt64>)
    func `whatever callers and models do, no flight, task or hold is left and each answer reaches its own question`(
        seed: UInt64
    ) throws {
        let simulation = Simulation(seed: seed)
        let witness = ModelWitness(maximumAttempts: 6)
        let model = FaultyModel(
            "m",
            phases: [
                .init(for: .seconds(20), .healthy), .init(for: .seconds(5), .down), .init(for: .seconds(20), .slow),
            ], witness: witness,
            opening: { request, context in "[\(context.scope.tenant) \(request.lastUserText ?? "")] " })
        let behaviour: TestStore.Behaviour = seed % 3 == 0 ? .takes(.milliseconds(20)) : .works
        let store = TestStore(answersAtOnce: seed % 3 == 1, reading: behaviour, writing: behaviour)
        let policy = ExactCachePolicy(
            lifetime: .seconds(4), staleFor: .seconds(5), staleWhileRevalidate: seed % 2 == 0 ? .seconds(3) : nil)
        let cache = ExactCache(policy, store: store)
        let account = LedgerAccount()
        let endings = EndingCounter()
        let pipeline = try Pipeline(model: model) {
            Spending(account)
            BrokeUsers()
            endings
            cache
            AskingAgain()
        }.running(on: simulation)
        let wrong = SharedList<String>()
        try simulation.run {
            var random = SeededRandom(seed: seed)
            var tasks: [Task<Void, Never>] = []
            for _ in 0..<60 {
                let caller = Caller(&random)
                tasks.append(
                    Task(executorPreference: simulation) {
                        try? await simulation.sleep(for: caller.start)
                        if let problem = await caller.ask(pipeline, on: simulation) { wrong.append(problem) }
                    })
                if random.next() % 4 == 0 { try await simulation.sleep(for: .milliseconds(random.next() % 400)) }
                if random.next() % 8 == 0, let task = tasks.randomElement(using: &random) { task.cancel() }
                if random.next() % 16 == 0 { try await cache.invalidate(.tenant("t0")) }
            }
            for task in tasks { await task.value }
        }
        #expect(wrong.values.isEmpty)
        var invariants = Invariants(of: simulation)
        invariants.add(account, for: witness)
        invariants.add(endings)
        invariants.add { cache.sharedCalls == 0 ? [] : ["\(cache.sharedCalls) shared calls are left"] }
        try invariants.check()
    }

    private struct Caller: Sendable {
        let start: Duration
        let question: String
        let options: CallOptions
        let streams: Bool
        let readsPieces: Int?
        let isCancelledAfter: Duration?

        init(_ random: inout SeededRandom) {
            func draw(_ count: UInt64) -> Int { Int(random.next() % count) }
            start = .milliseconds(draw(20_000))
            question = "q\(draw(3))"
            let directives: [CacheDirective] = [.use, .use, .use, .use, .refresh, .bypass, .doNotStore]
            options = CallOptions(
                scope: CallScope(tenant: "t\(draw(2))", user: draw(8) == 0 ? "broke" : "u"),
                timeLimit: draw(3) == 0 ? .milliseconds(100 + draw(3_000)) : nil, cache: directives[draw(7)])
            streams = draw(2) == 0
            readsPieces = draw(3) == 0 ? draw(4) : nil
            isCancelledAfter = draw(4) == 0 ? .milliseconds(draw(2_000)) : nil
        }

        func ask(_ pipeline: Pipeline, on simulation: Simulation) async -> String? {
            let task = Task(executorPreference: simulation) { try await text(from: pipeline) }
            if let isCancelledAfter {
                try? await simulation.sleep(for: isCancelledAfter)
                task.cancel()
            }
            guard let text = try? await task.value, !text.isEmpty else { return nil }
            let expected = "[\(options.scope.tenant) \(question)] "
            return text.hasPrefix(expected) || expected.hasPrefix(text) ? nil : "\(expected) got \(text)"
        }

        private func text(from pipeline: Pipeline) async throws -> String {
            let request = ChatRequest(question)
            guard streams else { return try await pipeline.respond(to: request, options: options).content }
            let stream = try await pipeline.streamResponse(to: request, options: options)
            guard let readsPieces else { return try await stream.collect().content }
            for _ in 0..<readsPieces { _ = try await stream.next() }
            return stream.content
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `a caller that is cancelled at any step leaves the others their answer`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed,
            store: TestStore(
                answersAtOnce: false, reading: .takes(.milliseconds(3)), writing: .takes(.milliseconds(3))),
            model: ScriptedModel(
                "m", .stream(["a ", "b ", "c"], every: .milliseconds(3), firstAfter: .milliseconds(3))))
        try scene.run {
            let leaving = (0..<20).map { index in
                scene.start {
                    if index % 2 == 0 { return try await scene.respond().content }
                    return try await scene.stream().collect().content
                }
            }
            let staying = (0..<4).map { index in
                scene.start {
                    if index % 2 == 0 { return try await scene.respond().content }
                    return try await scene.stream().collect().content
                }
            }
            for (index, task) in leaving.enumerated() {
                if index % 3 == Int(seed % 3) { try await scene.sleep(.milliseconds(1)) }
                task.cancel()
            }
            for task in staying { #expect(try await task.value == "a b c") }
            for task in leaving { _ = await task.result }
        }
        #expect(scene.modelCalls == 1)
    }

    @Test func `nothing is left after many calls`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .milliseconds(1))))
        try scene.run {
            for round in 0..<200 {
                let tasks = (0..<10).map { index in
                    scene.start { try await scene.respond("q\(round) \(index % 3)") }
                }
                if round % 2 == 0 { tasks[round % 10].cancel() }
                for task in tasks { _ = await task.result }
            }
        }
        #expect(scene.cache.sharedCalls == 0)
    }
}
