import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct LooserAnswerTests {
    /// Stores an answer, then asks a less similar question while the model fails.
    private func askLooser(
        _ policy: SemanticCachePolicy = Scene.policy, failing kind: ChatError.Kind = .server,
        outside: [any Middleware] = [], text: String = Ask.looser
    ) throws -> Result<ChatResponse, any Error> {
        let scene = try Scene(policy, model: ScriptedModel("m", .reply("old"), .fail(kind)), outside: outside)
        return try scene.run {
            _ = try await scene.respond(Ask.refund)
            return await scene.start { try await scene.respond(text) }.result
        }
    }

    @Test func `a less similar answer replaces a failure, with its similarity in the trace`() throws {
        let response = try askLooser().get()
        #expect(response.content == "old" && response.fallbackLevel == .staleCache)
        let served = try #require(response.trace.events(of: "SemanticCache").last)
        #expect(served.verdict == .served && served.reason.hasSuffix(", less similar, after server"))
        #expect(abs((response.cached?.similarity ?? 0) - 0.8) < 0.000_01)
    }

    @Test func `a less similar answer is not served while the model answers, and counts once`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .reply("new"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let second = try await scene.respond(Ask.looser)
            #expect(second.content == "new")
            #expect(second.notes[0] == "missed: nothing similar enough")
            _ = try await scene.respond("get my refund for car")
        }
        #expect((scene.counts.calls, scene.counts.misses, scene.counts.looser) == (3, 2, 1))
    }

    @Test(arguments: ChatError.KindName.allCases)
    func `the error table says which failures a less similar answer replaces`(name: ChatError.KindName) throws {
        let kind = name.exampleKind
        let usual = kind.rules.servesStale
        #expect((try? askLooser(failing: kind).get())?.fallbackLevel == (usual ? .staleCache : nil))
        var policy = Scene.policy
        policy.rules = [name: !usual]
        #expect((try? askLooser(policy, failing: kind).get())?.fallbackLevel == (usual ? nil : .staleCache))
    }

    @Test(arguments: [(threshold: 0.795, isHit: true), (threshold: 0.805, isHit: false)])
    func `the threshold separates hits from misses`(threshold: Double, isHit: Bool) throws {
        let scene = try Scene(SemanticCachePolicy(threshold: threshold, looserOnFailure: 0.2))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let second = try await scene.respond(Ask.looser)
            #expect(second.fallbackLevel == (isHit ? .semanticCache : .primary))
        }
    }

    @Test func `below the looser threshold, or without one, a failure stays a failure`() throws {
        #expect(throws: ChatError.self) { try askLooser(text: "get my book for radio").get() }
        var policy = Scene.policy
        policy.looserOnFailure = 0
        #expect(throws: ChatError.self) { try askLooser(policy).get() }
        policy = Scene.policy
        policy.mode = .shadow
        #expect(throws: ChatError.self) { try askLooser(policy).get() }
    }

    @Test func `an exact stale answer goes before a less similar one`() throws {
        let response = try askLooser(outside: [HasStaleAnswer("exact")]).get()
        #expect(response.content == "exact")
        #expect(!response.notes.contains { $0.hasPrefix("served") })
    }

    @Test func `inner layers see no stale exact answer, and no store is asked after a failure`() throws {
        let seen = SharedList<Bool>()
        let layer = Layer { request, context, next in
            seen.append(context.hasStaleAnswer)
            return try await next(request, context)
        }
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .fail(.server)), inside: [layer])
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let reads = scene.store.reads
            _ = try await scene.respond(Ask.looser)
            #expect(scene.store.reads == reads + 2)
        }
        #expect(seen.values == [false, false])
    }

    @Test(arguments: seeds)
    func `a less similar answer goes before the partial text of a cut one`(seed: UInt64) throws {
        let limits = Layer { request, context, next in
            var context = context
            context.limits.narrow(to: TimeLimits(silence: .seconds(5)))
            return try await next(request, context)
        }
        let scene = try Scene(
            seed: seed, model: ScriptedModel("m", .reply("old"), .cut(after: 2)), inside: [limits])
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let response = try await scene.respond(Ask.looser)
            #expect(response.content == "old" && response.fallbackLevel == .staleCache)
        }
    }

    @Test func `an answer that was reported as wrong replaces no failure`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .reply("old"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            await scene.pipeline.report(wrongAnswer: served.id)
            _ = try await scene.respond(Ask.refund)
            #expect(scene.store.count == 1)
            await #expect(throws: ChatError.self) { try await scene.respond(Ask.looser) }
        }
        #expect(scene.counts.looser == 0 && scene.counts.withheld == 1)
    }

    @Test func `cancellation is not replaced by a less similar answer`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .stall))
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let task = scene.start { try await scene.respond(Ask.looser) }
            try await scene.sleep(.seconds(1))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}
