import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct EmbedderFailureTests {
    @Test(arguments: [
        ScriptedEmbedder.Behaviour.fails, .hangs, .takes(.seconds(1)), .ignoresCancellation(for: .seconds(2)),
        .wrongDimensions, .missingVector, .notFinite,
    ])
    func `dead embedding endpoint delays every request: it fails no call and is skipped after repeated failures`(
        behaviour: ScriptedEmbedder.Behaviour
    ) throws {
        let scene = try Scene(script: [behaviour])
        let responses = try scene.run {
            var responses: [ChatResponse] = []
            for number in 0..<40 {
                responses.append(try await scene.respond("question \(number)"))
                try await scene.sleep(.milliseconds(500))
            }
            return responses
        }
        #expect(responses.allSatisfy { $0.content == "ok" && $0.latency <= .milliseconds(300) })
        #expect(scene.embedder.texts.count == 3)
        #expect(responses[4].latency == .zero)
        #expect(
            responses[4].notes == [
                "missed: the embedder has failed a moment ago",
                "skipped: not stored: there is no vector of the question",
            ])
        #expect(scene.counts.notEmbedded == 40 && scene.store.writes == 0)
    }

    @Test func `an embedder that works again after its cooldown is used again`() throws {
        let scene = try Scene(script: [.fails, .fails, .fails, .answers])
        try scene.run {
            for _ in 0..<5 { _ = try await scene.respond(Ask.refund) }
            try await scene.sleep(.seconds(30))
            _ = try await scene.respond(Ask.refund)
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
        #expect(scene.embedder.texts.count == 5)
    }

    @Test(arguments: [ScriptedEmbedder.Behaviour.hangs, .ignoresCancellation(for: .seconds(9))])
    func `a call does not wait for the embedder past its deadline`(behaviour: ScriptedEmbedder.Behaviour) throws {
        let scene = try Scene(script: [behaviour])
        try scene.run {
            let options = CallOptions(timeLimit: .milliseconds(100))
            let result = await scene.start { try await scene.respond(Ask.refund, options) }.result
            #expect(throws: ChatError.self) { try result.get() }
            #expect(scene.simulation.now == .origin + .milliseconds(100))
        }
    }

    @Test func `a call that may spend nothing asks no embedder that costs money, and finds the very question`() throws {
        let broke = Layer { request, context, next in
            var context = context
            if context.scope.user == "broke" { context.budget.allowance = .freeOnly(until: nil) }
            return try await next(request, context)
        }
        let options = CallOptions(scope: CallScope(user: "broke"))
        let paid = try Scene(price: Money("2"), outside: [broke])
        try paid.run {
            _ = try await paid.respond(Ask.refund)
            #expect(try await paid.respond(Ask.refund, options).fallbackLevel == .semanticCache)
            await #expect(throws: ChatError.self) { try await paid.respond(Ask.same, options) }
        }
        #expect(paid.embedder.texts == [Ask.refund])
        let free = try Scene(outside: [broke])
        try free.run {
            _ = try await free.respond(Ask.refund)
            #expect(try await free.respond(Ask.same, options).fallbackLevel == .semanticCache)
        }
    }

    @Test func `what the embedder costs is charged to the call and counted`() throws {
        let scene = try Scene(price: Money("2"))
        let response = try scene.run { try await scene.respond(Ask.refund) }
        let tokens = StandardTokenEstimator().tokens(in: Ask.refund)
        #expect(
            scene.counts.embeddingSpend
                == TokenSpend(tokens: tokens, money: Money(picodollars: Int64(2_000_000 * tokens))))
        #expect(response.attempts.count == 1)
    }

    @Test(arguments: seeds)
    func `a caller that is cancelled at any step leaves at once, and nothing is left`(seed: UInt64) throws {
        for step in 0..<12 {
            let store = TestStore(
                answersAtOnce: false, reading: .takes(.milliseconds(3)), writing: .takes(.milliseconds(3)))
            let model = ScriptedModel(
                "m", .stream(["a ", "b ", "c"], every: .milliseconds(3), firstAfter: .milliseconds(3)))
            let scene = try Scene(seed: seed, store: store, script: [.takes(.milliseconds(3))], model: model)
            try scene.run {
                _ = try await scene.respond(Ask.refund)
                try await scene.sleep(.seconds(1))
                let begin = scene.simulation.now
                let task = scene.start {
                    let text = step % 2 == 0 ? Ask.same : Ask.other
                    if seed % 2 == 0 { return try await scene.respond(text).content }
                    return try await scene.stream(text).collect().content
                }
                let wait = Duration.milliseconds(2 * step)
                try await scene.sleep(wait)
                let isOver = scene.simulation.now
                task.cancel()
                let result = await task.result
                #expect(scene.simulation.now == isOver)
                if case .failure(let error) = result { #expect(error is CancellationError) }
                #expect(scene.simulation.now - begin == wait)
            }
        }
    }
}
