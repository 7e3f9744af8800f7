import LadderCore
import LadderExactCache
import LadderJSON
import LadderTesting
import TestSupport
import Testing

struct IsolationTests {
    /// The answer of the model names the scope and the request it was made for.
    private static func signature(_ request: ChatRequest, _ scope: CallScope) -> String {
        let texts = request.messages.map { "\($0.role):\($0.text)" }.joined(separator: ",")
        return "\(scope.tenant)|\(scope.user)|\(scope.session)|\(scope.feature)|\(request.model)|\(texts)|"
            + "\(request.options.temperature ?? -1)|\(request.options.seed ?? -1)|\(request.responseFormat)"
    }

    private static func request(_ random: inout SeededRandom) -> ChatRequest {
        func draw(_ count: UInt64) -> Int { Int(random.next() % count) }
        var messages: [ChatMessage] = draw(2) == 0 ? [] : [.system(["be brief", "be kind"][draw(2)])]
        if draw(3) == 0 { messages += [.user("hi"), .assistant(["a", "b"][draw(2)])] }
        messages.append(.user(["x", ""][draw(2)]))
        var request = ChatRequest(messages: messages)
        request.options.temperature = [nil, 0][draw(2)]
        request.options.seed = [nil, 1][draw(2)]
        request.responseFormat =
            [.text, .jsonSchema(name: "s", schema: ["type": "object"], strict: true)][draw(2)]
        return request
    }

    @Test(arguments: CacheSharing.allCases, 0..<30 as Range<UInt64>)
    func `tenant sees another tenant's answer: none crosses a tenant, nor what is not shared, under way or stored`(
        sharing: CacheSharing, seed: UInt64
    ) throws {
        let simulation = Simulation(seed: seed)
        let answers = LayerOf { request, context, _ in
            try await context.runtime.sleep(for: .milliseconds(50))
            return Reply(model: "m", Completion(Self.signature(request, context.scope)))
        }
        let cache = ExactCache(ExactCachePolicy(sharing: sharing), store: TestStore())
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            cache
            answers
        }.running(on: simulation)
        let wrong = SharedList<String>()
        try simulation.run {
            var random = SeededRandom(seed: seed)
            var tasks: [Task<Void, any Error>] = []
            for _ in 0..<150 {
                func draw(_ count: UInt64) -> Int { Int(random.next() % count) }
                let request = Self.request(&random)
                let scope = CallScope(
                    tenant: ["a", "b", ""][draw(3)], user: ["u", "v", ""][draw(3)], session: ["s", "t", ""][draw(3)],
                    feature: ["f", "g"][draw(2)])
                let isPersonal = draw(4) == 0
                let options = CallOptions(scope: scope, cache: CacheDirective(isPersonal: isPersonal))
                tasks.append(
                    Task(executorPreference: simulation) {
                        let content = try await pipeline.respond(to: request, options: options).content
                        let fields = content.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                        var named = request
                        named.model = "m"
                        let own = Self.signature(named, scope)
                            .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                        var same = [0, 4, 5, 6, 7, 8]
                        if sharing == .feature { same.append(3) }
                        if sharing == .user || isPersonal { same.append(1) }
                        if (sharing == .user || isPersonal) && scope.user.isEmpty { same.append(2) }
                        for index in same where fields[index] != own[index] { wrong.append("\(own) got \(fields)") }
                    })
                if draw(4) == 0 { try await simulation.sleep(for: .milliseconds(draw(100))) }
            }
            for task in tasks { try await task.value }
        }
        #expect(wrong.values.isEmpty)
        #expect(cache.statistics.total.hits + cache.statistics.total.shared > 0)
    }

    @Test func `a personal answer without a user or a session is not stored`() throws {
        let scene = try Scene()
        try scene.run {
            let options = CallOptions(cache: CacheDirective(isPersonal: true))
            _ = try await scene.respond("hello", options)
            let response = try await scene.respond("hello", options)
            #expect(response.fallbackLevel == .primary)
            #expect(response.notes == ["skipped: not stored: the answer is for one user, and the call names none"])
        }
        #expect(scene.store.writes == 0)
    }

    @Test func `the tags that the policy names are part of the identity, others are not`() throws {
        let scene = try Scene(ExactCachePolicy(keyTags: ["language"]))
        try scene.run {
            func ask(_ tags: [String: String]) async throws -> FallbackLevel {
                try await scene.respond("hello", CallOptions(scope: CallScope(tags: tags))).fallbackLevel
            }
            var levels = [try await ask(["language": "de", "page": "1"])]
            levels.append(try await ask(["language": "en", "page": "1"]))
            levels.append(try await ask(["language": "de", "page": "2"]))
            levels.append(try await ask([:]))
            #expect(levels == [.primary, .primary, .exactCache, .primary])
        }
    }

    @Test func `a part of the key and a tag with a name like it are different`() throws {
        let policy = ExactCachePolicy(keyParts: ["tag language": "de", "language": "de"], keyTags: ["language"])
        let scene = try Scene(policy)
        try scene.run {
            for tags in [[:], ["language": "de"]] {
                let level = try await scene.respond("hello", CallOptions(scope: CallScope(tags: tags))).fallbackLevel
                #expect(level == .primary)
            }
        }
    }

    @Test func `two caches with names of their own share a store, not answers`() throws {
        let store = TestStore()
        let one = try Scene(ExactCachePolicy(namespace: "one"), store: store)
        let two = try Scene(ExactCachePolicy(namespace: "two"), store: store)
        try one.run { _ = try await one.respond() }
        try two.run {
            let level = try await two.respond().fallbackLevel
            #expect(level == .primary)
        }
        let parts = try Scene(ExactCachePolicy(namespace: "one", keyParts: ["prompt": "7"]), store: store)
        try parts.run {
            let level = try await parts.respond().fallbackLevel
            #expect(level == .primary)
        }
    }

    @Test func `tool choice or response format missing from the key: requests that differ in one field share nothing`()
        throws
    {
        var policy = ExactCachePolicy()
        policy.admission.storesToolCalls = true
        let scene = try Scene(policy)
        let tool = ToolDefinition(name: "t", description: "", parameters: ["type": "object"])
        let changes: [@Sendable (inout ChatRequest) -> Void] = [
            { _ in }, { $0.tools = [tool] }, { $0.responseFormat = .json }, { $0.options.temperature = 0 },
            { $0.options.maximumResponseTokens = 5 }, { $0.options.extra["a"] = 1 }, { $0.options.extra["a"] = 1.5 },
            { $0.options.extra["a"] = "1" }, { $0.messages.insert(.system("s"), at: 0) },
        ]
        try scene.run {
            for change in changes {
                var request = ChatRequest("hello")
                change(&request)
                let level = try await scene.pipeline.respond(to: request).fallbackLevel
                #expect(level == .primary)
            }
        }
        #expect(scene.modelCalls == changes.count)
    }

    @Test func `key at write differs from key at read: an inner layer that changes the request changes no key`() throws
    {
        let scene = try Scene(inside: [
            LayerOf { request, context, next in
                var request = request
                request.messages.insert(.system("\(context.now)"), at: 0)
                return try await next(request, context)
            }
        ])
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond().fallbackLevel == .exactCache)
        }
        #expect(Set(scene.store.writtenKeys).count == 1)
    }
}
