import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct StaleTests {
    private static let exact = ExactCachePolicy(jitter: 0)

    /// Stores "old", waits, and asks again while the model fails.
    private func askLater(
        after pause: Duration, _ policy: ExactCachePolicy = exact, failing kind: ChatError.Kind = .server,
        options: CallOptions = CallOptions()
    ) throws -> Result<ChatResponse, any Error> {
        let scene = try Scene(policy, model: ScriptedModel("m", .reply("old"), .fail(kind)))
        return try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(pause)
            return await scene.start { try await scene.respond("hello", options) }.result
        }
    }

    @Test func `a stale answer replaces a failure, with its age in the trace`() throws {
        let response = try askLater(after: .seconds(7_200)).get()
        #expect(response.content == "old" && response.fallbackLevel == .staleCache)
        #expect(response.cached?.age == .seconds(7_200))
        let served = try #require(response.trace.events(of: "ExactCache").last)
        #expect(served.verdict == .served && served.detail == .age(.seconds(7_200)))
        #expect(served.reason == "stale, after server")
    }

    @Test func `an answer is kept for stale service for a day after its lifetime`() throws {
        #expect(try askLater(after: .seconds(3_600 + 86_399)).get().fallbackLevel == .staleCache)
        #expect(throws: ChatError.self) { try askLater(after: .seconds(3_600 + 86_400)).get() }
        var never = Self.exact
        never.staleFor = .zero
        #expect(throws: ChatError.self) { try askLater(after: .seconds(3_601), never).get() }
    }

    @Test(arguments: ChatError.KindName.allCases)
    func `the error table says which failures a stale answer replaces`(name: ChatError.KindName) throws {
        let kind = name.exampleKind
        let result = try askLater(after: .seconds(7_200), failing: kind)
        let replaced: Set<ChatError.KindName> = [
            .throttled, .quotaExhausted, .overloaded, .server, .unreachable, .timedOut, .invalidOutput,
            .budgetExhausted, .circuitOpen, .attemptsExhausted, .deadlineExceeded,
        ]
        #expect((try? result.get())?.fallbackLevel == (replaced.contains(name) ? .staleCache : nil))
        var policy = Self.exact
        policy.rules = [name: !replaced.contains(name)]
        let changed = try askLater(after: .seconds(7_200), policy, failing: kind)
        #expect((try? changed.get())?.fallbackLevel == (replaced.contains(name) ? nil : .staleCache))
    }

    @Test(arguments: seeds)
    func `a stale answer found on the way in is kept when the shared call fails and the store with it`(
        seed: UInt64
    ) throws {
        let scene = try Scene(
            seed: seed, Self.exact, model: ScriptedModel("m", .reply("old"), .stall, .fail(.server)))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(7_200))
            let hasty = scene.start { try await scene.respond("hello", CallOptions(timeLimit: .seconds(1))) }
            try await scene.sleep(.milliseconds(1))
            let other = scene.start { try await scene.respond() }
            try await scene.sleep(.milliseconds(1))
            scene.store.set(reading: .fails(.unavailable))
            #expect(try await hasty.value.fallbackLevel == .staleCache)
            #expect(try await other.value.fallbackLevel == .staleCache)
        }
        #expect(scene.modelCalls == 3)
    }

    @Test func `a call that asks for a young or a new answer gets no stale one`() throws {
        let young = CallOptions(cache: CacheDirective(maximumAge: .seconds(60)))
        #expect(throws: ChatError.self) { try askLater(after: .seconds(7_200), options: young).get() }
        #expect(throws: ChatError.self) {
            try askLater(after: .seconds(7_200), options: CallOptions(cache: .refresh)).get()
        }
        let notStoring = CallOptions(cache: .doNotStore)
        #expect(try askLater(after: .seconds(7_200), options: notStoring).get().fallbackLevel == .staleCache)
    }

    @Test func `inner layers see that a stale answer exists, and no store is asked after a failure`() throws {
        let seen = SharedList<Bool>()
        let layer = LayerOf { request, context, next in
            seen.append(context.hasStaleAnswer)
            return try await next(request, context)
        }
        let scene = try Scene(
            Self.exact, model: ScriptedModel("m", .reply("old"), .fail(.server)), inside: [layer])
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(7_200))
            _ = try await scene.respond()
        }
        #expect(seen.values == [false, true])
        #expect(scene.store.reads == 2)
    }

    @Test(arguments: seeds)
    func `a stale answer goes before the partial text of a cut one`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed, Self.exact, model: ScriptedModel("m", .reply("old"), .cut(after: 2)),
            inside: [
                LayerOf { request, context, next in
                    var context = context
                    context.limits.narrow(to: TimeLimits(silence: .seconds(5)))
                    return try await next(request, context)
                }
            ])
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(7_200))
            let response = try await scene.respond()
            #expect(response.content == "old" && response.fallbackLevel == .staleCache)
        }
    }

    @Test func `cancellation is not replaced by a stale answer`() throws {
        let scene = try Scene(Self.exact, model: ScriptedModel("m", .reply("old"), .stall))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(7_200))
            let task = scene.start { try await scene.respond() }
            try await scene.sleep(.seconds(1))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    // MARK: While revalidating

    private static let revalidating = ExactCachePolicy(jitter: 0, staleWhileRevalidate: .seconds(600))

    @Test(arguments: seeds)
    func `a stale answer is served at once while one call fetches a new one`(seed: UInt64) throws {
        let model = ScriptedModel("m", .reply("old"), .reply("new", after: .seconds(3)))
        let scene = try Scene(seed: seed, Self.revalidating, model: model)
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_700))
            let tasks = (0..<10).map { _ in scene.start { try await scene.respond() } }
            for task in tasks {
                let response = try await task.value
                #expect(response.content == "old" && response.fallbackLevel == .staleCache)
                #expect(response.latency == .zero)
                #expect(response.notes == ["served: stale, while a new answer is fetched"])
            }
            try await scene.sleep(.seconds(4))
            let response = try await scene.respond()
            #expect(response.content == "new" && response.fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 2)
        #expect(scene.cache.statistics.total.stale == 10)
    }

    @Test func `a stale answer is also refreshed where calls share nothing else`() throws {
        var policy = Self.revalidating
        policy.singleFlight = false
        let scene = try Scene(policy, model: ScriptedModel("m", .reply("old"), .reply("new")))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_700))
            #expect(try await scene.respond().content == "old")
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond().content == "new")
        }
    }

    @Test func `after the time for revalidation a call waits for a new answer`() throws {
        let scene = try Scene(Self.revalidating, model: ScriptedModel("m", .reply("old"), .reply("new")))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_600 + 601))
            #expect(try await scene.respond().content == "new")
        }
    }

    @Test func `a background call has its own time, and ends after a minute`() throws {
        let scene = try Scene(Self.revalidating, model: ScriptedModel("m", .reply("old"), .stall))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_700))
            let response = try await scene.respond("hello", CallOptions(timeLimit: .seconds(1)))
            #expect(response.content == "old")
            try await scene.sleep(.seconds(59))
            #expect(scene.cache.sharedCalls == 1)
            try await scene.sleep(.seconds(2))
            #expect(scene.cache.sharedCalls == 0)
        }
    }

    @Test func `a call that may not spend or store starts no background call`() throws {
        let scene = try Scene(Self.revalidating, outside: [BrokeUsers()])
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_700))
            let broke = CallOptions(scope: CallScope(user: "broke"))
            #expect(try await scene.respond("hello", broke).notes == ["served: stale"])
            #expect(try await scene.respond("hello", CallOptions(cache: .doNotStore)).notes == ["served: stale"])
        }
        #expect(scene.modelCalls == 1)
    }

    @Test func `a background call that fails leaves the stale answer`() throws {
        let scene = try Scene(Self.revalidating, model: ScriptedModel("m", .reply("old"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_700))
            #expect(try await scene.respond().content == "old")
            #expect(try await scene.respond().content == "old")
        }
    }
}
