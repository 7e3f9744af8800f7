import LadderCore
import LadderJSON
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct IsolationTests {
    /// The answer of the model names the scope and everything in the request but the question.
    private static func signature(_ request: ChatRequest, _ scope: CallScope) -> [String] {
        let texts = request.messages.dropLast().map { "\($0.role):\($0.text)" }.joined(separator: ",")
        return [
            scope.tenant, scope.user, scope.session, scope.feature, scope.tags["language"] ?? "", request.model, texts,
            "\(request.options.temperature ?? -1)", "\(request.options.seed ?? -1)", "\(request.responseFormat)",
        ]
    }

    private static func request(_ random: inout SeededRandom) -> ChatRequest {
        func draw(_ count: UInt64) -> Int { Int(random.next() % count) }
        var messages: [ChatMessage] = draw(2) == 0 ? [] : [.system(["be brief", "be kind"][draw(2)])]
        if draw(3) == 0 { messages += [.user(["hi", "ho"][draw(2)]), .assistant(["a", "b"][draw(2)])] }
        messages.append(.user([Ask.refund, Ask.same, "receive my refund for set"][draw(3)]))
        var request = ChatRequest(model: ["m", "n"][draw(2)], messages: messages)
        request.options.temperature = [nil, 0][draw(2)]
        request.options.seed = [nil, 1][draw(2)]
        request.responseFormat =
            [.text, .jsonSchema(name: "s", schema: ["type": "object"], strict: true)][draw(2)]
        return request
    }

    @Test(arguments: CacheSharing.allCases, 0..<30 as Range<UInt64>)
    func `tenant sees another tenant's answer: everything but the question must be equal exactly`(
        sharing: CacheSharing, seed: UInt64
    ) throws {
        let simulation = Simulation(seed: seed)
        let answers = Layer { request, context, _ in
            try await context.runtime.sleep(for: .milliseconds(50))
            return Reply(
                model: request.model,
                Completion(Self.signature(request, context.scope).joined(separator: "|")))
        }
        var policy = Scene.policy
        policy.sharing = sharing
        policy.keyTags = ["language"]
        let embedder = ScriptedEmbedder(meanings: Scene.meanings, on: simulation.runtime)
        let cache = SemanticCache(policy, embedder: embedder, store: TestStore(), guards: [])
        let pipeline = try Pipeline(models: [ScriptedModel("m"), ScriptedModel("n")]) {
            cache
            answers
        }.running(on: simulation)
        let wrong = SharedList<String>()
        try simulation.run {
            var random = SeededRandom(seed: seed)
            for _ in 0..<300 {
                func draw(_ count: UInt64) -> Int { Int(random.next() % count) }
                let request = Self.request(&random)
                let scope = CallScope(
                    tenant: ["a", "b", ""][draw(3)], user: ["u", "v", ""][draw(3)], session: ["s", "t", ""][draw(3)],
                    feature: ["f", "g"][draw(2)], tags: draw(2) == 0 ? [:] : ["language": "de", "page": "\(draw(9))"])
                let isPersonal = draw(4) == 0
                let options = CallOptions(scope: scope, cache: CacheDirective(isPersonal: isPersonal))
                let content = try await pipeline.respond(to: request, options: options).content
                let fields = content.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                let own = Self.signature(request, scope)
                var same = [0, 4, 5, 6, 7, 8, 9]
                if sharing == .feature { same.append(3) }
                if sharing == .user || isPersonal { same.append(1) }
                if (sharing == .user || isPersonal) && scope.user.isEmpty { same.append(2) }
                for index in same where fields[index] != own[index] { wrong.append("\(own) got \(fields)") }
            }
        }
        #expect(wrong.values.isEmpty)
        #expect(cache.statistics.total.hits > 0)
    }

    @Test func `tool choice or response format missing from the key: requests that differ in one field share nothing`()
        throws
    {
        let scene = try Scene()
        let changes: [@Sendable (inout ChatRequest) -> Void] = [
            { _ in }, { $0.responseFormat = .json }, { $0.options.temperature = 0 }, { $0.options.topP = 0.5 },
            { $0.options.maximumResponseTokens = 5 }, { $0.options.extra["a"] = 1 }, { $0.options.extra["a"] = 1.5 },
            { $0.options.stopSequences = ["x"] }, { $0.messages.insert(.system("s"), at: 0) },
            { $0.messages.insert(.system("t"), at: 0) }, { $0.options.toolChoice = .required },
            { $0.messages.insert(contentsOf: [.user(Ask.refund), .assistant("a")], at: 0) },
        ]
        try scene.run {
            for change in changes {
                var request = ChatRequest(Ask.refund)
                change(&request)
                let level = try await scene.pipeline.respond(to: request).fallbackLevel
                #expect(level == .primary)
            }
            for change in changes {
                var request = ChatRequest(Ask.same)
                change(&request)
                let level = try await scene.pipeline.respond(to: request).fallbackLevel
                #expect(level == .semanticCache)
            }
        }
        #expect(scene.modelCalls == changes.count)
        #expect(scene.cache.statistics.frames == changes.count)
    }

    @Test func `caches of another namespace, version, part or embedder share no answers`() throws {
        let store = TestStore()
        var policies = [Scene.policy, Scene.policy, Scene.policy, Scene.policy]
        policies[1].namespace = "two"
        policies[2].version = "2"
        policies[3].keyParts = ["prompt": "7"]
        for policy in policies {
            let scene = try Scene(policy, store: store)
            #expect(try scene.run { try await scene.respond(Ask.refund).fallbackLevel } == .primary)
        }
        let scene = try Scene(store: store, embedderID: "another")
        #expect(try scene.run { try await scene.respond(Ask.refund).fallbackLevel } == .primary)
        let again = try Scene(store: store)
        #expect(try again.run { try await again.respond(Ask.refund).fallbackLevel } == .semanticCache)
    }

    @Test func `key at write differs from key at read: an inner layer that changes the request changes no key`() throws
    {
        let scene = try Scene(inside: [
            Layer { request, context, next in
                var request = request
                request.messages.insert(.system("\(context.now)"), at: 0)
                return try await next(request, context)
            }
        ])
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
    }
}
