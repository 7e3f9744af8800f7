import LadderCore
import LadderExactCache
import LadderJSON
import LadderTesting
import TestSupport
import Testing

struct HitTests {
    private static let answer = Completion(
        content: [
            .reasoning(ReasoningContent(text: "hm", opaqueBytes: [1, 2], model: "m")), .text("a b c"),
            .image(.url("https://example.com/a.png")),
        ],
        usage: Usage(inputTokens: 12, outputTokens: 34, cacheReadTokens: 3, reasoningTokens: 4),
        metadata: ReplyMetadata(
            requestID: "r1", rateLimits: [RateLimit(name: "requests", limit: 9, remaining: 1)], raw: ["x": 1]))

    @Test(arguments: [Delivery.whole, .streamed], [Delivery.whole, .streamed])
    func `a hit and the first answer are equal but for level, cost, latency and what is known of the hit`(
        first: Delivery, second: Delivery
    ) throws {
        let scene = try Scene(model: ScriptedModel("m", .reply(Self.answer, after: .seconds(2))))
        let (one, two) = try scene.run {
            func ask(_ delivery: Delivery) async throws -> ChatResponse {
                delivery == .whole ? try await scene.respond() : try await scene.stream().collect()
            }
            let one = try await ask(first)
            try await scene.sleep(.seconds(5))
            return (one, try await ask(second))
        }
        #expect(scene.modelCalls == 1)
        #expect(one.fallbackLevel == .primary && one.cached == nil)
        #expect(two.fallbackLevel == .exactCache)
        var expected = one.completion
        expected.metadata?.rateLimits = []
        #expect(two.completion == expected)
        #expect(two.model == one.model && two.finishReason == .stop && two.usage == one.usage)
        #expect(two.latency == .zero && two.attempts.isEmpty)
        let cached = try #require(two.cached)
        #expect(cached.age == .seconds(5))
        #expect(cached.saved.tokens == 46)
        #expect(cached.timeSaved == .seconds(2))
        #expect(cached.keyDigest.count == 64)
    }

    @Test func `cached hit charged: a hit spends nothing, in account, cost and summary`() throws {
        let model = ScriptedModel(
            "gpt-4o", .reply(Completion("hi", usage: Usage(inputTokens: 1_000, outputTokens: 200))))
        let scene = try Scene(model: model)
        let log = SharedList<Usage>()
        let pipeline = scene.pipeline.observing { event in
            if case .ended(let summary) = event.kind { log.append(summary.usage) }
        }
        let (first, spent, second) = try scene.simulation.run {
            let first = try await pipeline.respond(to: "hello")
            return (first, scene.account.balance.spentTokens, try await pipeline.respond(to: "hello"))
        }
        #expect(first.cost == Money("0.0045"))
        #expect(second.cost == .zero && second.cached?.saved.money == Money("0.0045"))
        #expect(scene.account.balance.spentTokens == spent && spent == 1_200)
        #expect(Set(log.values) == [Usage(inputTokens: 1_000, outputTokens: 200), Usage()])
    }

    @Test func `a cached answer to a streamed call arrives as a stream`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("one two three")))
        try scene.run {
            _ = try await scene.respond()
            let stream = try await scene.stream()
            #expect(stream.fallbackLevel == .exactCache && stream.cached != nil)
            var text = ""
            for try await piece in stream.text { text += piece }
            #expect(text == "one two three")
        }
    }

    @Test func `the model of a hit is the model that wrote it`() throws {
        let renaming = LayerOf { request, context, next in
            var reply = try await next(request, context)
            reply.model = "m-2026-11"
            return reply
        }
        let scene = try Scene(inside: [renaming])
        try scene.run {
            _ = try await scene.respond()
            #expect(try await scene.respond().model == "m-2026-11")
        }
    }

    @Test func `an answer is not served beyond the maximum age that the call allows`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(60))
            let young = CallOptions(cache: CacheDirective(maximumAge: .seconds(59)))
            let old = CallOptions(cache: CacheDirective(maximumAge: .seconds(60)))
            #expect(try await scene.respond("hello", old).fallbackLevel == .exactCache)
            #expect(try await scene.respond("hello", young).fallbackLevel == .primary)
            #expect(try await scene.respond("hello", young).fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 2)
    }

    @Test func `refresh asks the model and stores its answer`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .reply("new")))
        try scene.run {
            _ = try await scene.respond()
            #expect(try await scene.respond("hello", CallOptions(cache: .refresh)).content == "new")
            #expect(try await scene.respond().content == "new")
        }
        #expect(scene.modelCalls == 2)
    }

    @Test func `bypass neither reads nor stores`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .reply("new"), .reply("newer")))
        try scene.run {
            _ = try await scene.respond()
            let response = try await scene.respond("hello", CallOptions(cache: .bypass))
            #expect(response.content == "new")
            #expect(response.notes == ["skipped: not stored: the call does not allow it"])
            #expect(try await scene.respond().content == "old")
        }
        #expect(scene.store.writes == 1 && scene.store.reads == 2)
    }

    @Test func `doNotStore reads and does not store`() throws {
        let scene = try Scene()
        try scene.run {
            let options = CallOptions(cache: .doNotStore)
            #expect(try await scene.respond("hello", options).fallbackLevel == .primary)
            #expect(scene.store.count == 0)
            _ = try await scene.respond()
            #expect(try await scene.respond("hello", options).fallbackLevel == .exactCache)
        }
        #expect(scene.cache.statistics.total.refused == [.directive: 1])
    }

    @Test func `dictionary order changes the key: equal options in another order are a hit`() throws {
        let scene = try Scene()
        try scene.run {
            let tags = (0..<20).map { ("tag\($0)", "v\($0)") }
            for order in [tags, tags.reversed()] {
                var request = ChatRequest("hello")
                for (name, value) in order { request.options.extra[name] = .string(value) }
                _ = try await scene.pipeline.respond(to: request)
            }
        }
        #expect(scene.modelCalls == 1)
    }

    @Test func `an answer without a reported usage has the same estimate in the first answer and in the hit`() throws {
        let scene = try Scene(model: ScriptedModel("m", .stream(["a ", "b ", "c"])))
        let (one, two) = try scene.run {
            (try await scene.stream().collect(), try await scene.respond())
        }
        #expect(one.usage == two.usage && one.completion == two.completion)
    }
}

/// A list that closures of several tasks append to.
final class SharedList<Element: Sendable>: Sendable {
    private let list = Locked<[Element]>([])
    var values: [Element] { list.withLock { $0 } }
    func append(_ element: Element) { list.withLock { $0.append(element) } }
}

/// A layer made of a closure.
struct LayerOf: Middleware {
    let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply
    init(_ body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) { self.body = body }
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }
}
