import LadderCore
import LadderJSON
import LadderSemanticCache
import LadderTesting
import LadderText
import TestSupport
import Testing

struct AdmissionTests {
    /// Asks twice, and expects that neither call was looked up, embedded or stored.
    private func expectRefusal(
        _ refusal: CacheRefusal, of request: ChatRequest, _ policy: SemanticCachePolicy = Scene.policy,
        refusing detector: (any SensitiveTextDetector)? = PersonalDataDetector()
    ) throws {
        let scene = try Scene(policy, refusing: detector)
        let responses = try scene.run {
            [try await scene.pipeline.respond(to: request), try await scene.pipeline.respond(to: request)]
        }
        #expect(scene.modelCalls == 2 && scene.store.reads == 0 && scene.store.writes == 0)
        #expect(scene.embedder.texts.isEmpty)
        #expect(scene.counts.refused == [refusal: 2])
        #expect(responses[0].notes.count == 1)
        #expect(responses[0].notes[0].hasPrefix("skipped: not stored: "))
    }

    private func expectAdmission(of request: ChatRequest, _ policy: SemanticCachePolicy = Scene.policy) throws {
        let scene = try Scene(policy, refusing: PersonalDataDetector())
        try scene.run {
            _ = try await scene.pipeline.respond(to: request)
            #expect(try await scene.pipeline.respond(to: request).fallbackLevel == .semanticCache)
        }
    }

    private let tool = ToolDefinition(name: "t", description: "", parameters: ["type": "object"])

    @Test func `a call at temperature 0.7 is refused, unless the policy says otherwise`() throws {
        var request = ChatRequest(Ask.refund)
        request.options.temperature = 0.7
        try expectRefusal(.temperature, of: request)
        var policy = Scene.policy
        policy.admission.maximumTemperature = 0.7
        try expectAdmission(of: request, policy)
    }

    @Test func `tools, their calls and their results are refused`() throws {
        var request = ChatRequest(Ask.refund)
        request.tools = [tool]
        try expectRefusal(.toolCalls, of: request)
        let call = ToolCall(id: "c", name: "t", arguments: "{}")
        try expectRefusal(
            .toolCalls,
            of: ChatRequest(messages: [
                .user("a"), ChatMessage(role: .assistant, content: [.toolCall(call)]),
                .tool(ToolResult(callID: "c", content: [.text("b")])), .user(Ask.refund),
            ]))
    }

    @Test func `a picture or a file in the question is refused`() throws {
        for part in [
            ContentPart.image(.url("https://example.com/a.png")),
            .file(FileContent(url: "https://example.com/a.pdf", mediaType: "application/pdf")),
        ] {
            let message = ChatMessage(role: .user, content: [.text(Ask.refund), part])
            try expectRefusal(.attachments, of: ChatRequest(messages: [message]))
            // In an earlier message it is part of what must be equal.
            try expectAdmission(of: ChatRequest(messages: [message, .assistant("a"), .user(Ask.refund)]))
        }
    }

    @Test(arguments: [
        "what does `git rebase` do", "why does foo() crash", "explain\n```\nlet a = 1\n```", "is a == b in Swift",
        "let x = 5;", "use np.sum(a) here", "what is array_map(x)", "if (a && b) return", "<p>hi</p>", "a -> b",
        "SELECT a FROM b WHERE c != 1", "std::vector size", "parseInt(x) is wrong",
    ])
    func `code is refused`(text: String) throws {
        try expectRefusal(.code, of: ChatRequest(text))
    }

    @Test(arguments: [
        "How do I reset my password (the old one)?", "Which option(s) do I have?", "What is 5 - 3?", "Call me (please)",
        "Is it open; or not?", "He said: yes!", "What about A/B tests?", "What's the U.S. (and U.K.) rule?",
    ])
    func `prose is not taken for code`(text: String) throws {
        try expectAdmission(of: ChatRequest(text))
    }

    @Test func `a text above the maximum length is refused`() throws {
        try expectAdmission(of: ChatRequest(String(repeating: "é ", count: 250)))
        try expectRefusal(.tooLong, of: ChatRequest(String(repeating: "é ", count: 250) + "!"))
        try expectRefusal(.tooLong, of: ChatRequest(String(repeating: "a", count: 1_000_000)))
    }

    @Test(arguments: ["What is the weather today", "latest news", "who is president now", "Was kostet das heute"])
    func `words that ask about the present are refused, unless the policy says otherwise`(text: String) throws {
        try expectRefusal(.timeSensitive, of: ChatRequest(text))
        var policy = Scene.policy
        policy.refusesTimeSensitive = false
        try expectAdmission(of: ChatRequest(text), policy)
        let scene = try Scene(policy)
        try scene.run {
            _ = try await scene.respond(text)
            try await scene.sleep(.seconds(60))
            #expect(try await scene.respond(text).fallbackLevel == .primary)
        }
    }

    @Test func `personal data in any text of the user is refused by default`() throws {
        try expectRefusal(.sensitiveText, of: ChatRequest("I am anna@example.com"))
        try expectRefusal(
            .sensitiveText,
            of: ChatRequest(messages: [.user("I am anna@example.com"), .assistant("hi"), .user(Ask.refund)]))
        let simulation = Simulation(seed: 1)
        let cache = SemanticCache(embedder: ScriptedEmbedder(on: simulation.runtime), store: TestStore())
        let pipeline = try Pipeline(model: ScriptedModel("m")) { cache }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "I am anna@example.com") }
        #expect(cache.statistics.total.refused == [.sensitiveText: 1])
        let without = try Scene()
        try without.run { _ = try await without.respond("I am anna@example.com") }
        #expect(without.store.count == 1)
    }

    @Test func `a request whose last message is not a text of the user is refused`() throws {
        try expectRefusal(.noQuestion, of: ChatRequest(""))
        try expectRefusal(.noQuestion, of: ChatRequest(" \n "))
        try expectRefusal(.noQuestion, of: ChatRequest(messages: []))
        try expectRefusal(.noQuestion, of: ChatRequest(messages: [.user(Ask.refund), .assistant("Well, ")]))
    }

    @Test func `an answer for one user is refused where the user is unknown`() throws {
        var policy = Scene.policy
        policy.sharing = .user
        try expectRefusal(.unknownUser, of: ChatRequest(Ask.refund), policy)
    }

    @Test(arguments: [FinishReason.length, .filtered])
    func `error, truncated or half-streamed answer cached: an incomplete answer is not stored`(
        reason: FinishReason
    ) throws {
        let scene = try Scene(model: ScriptedModel("m", .reply(Completion("half", finishReason: reason))))
        let response = try scene.run { try await scene.respond(Ask.refund) }
        #expect(response.notes.last == "skipped: not stored: the answer is not complete")
        #expect(scene.store.writes == 0)
    }

    @Test(arguments: seeds)
    func `error, truncated or half-streamed answer cached: a cut or dropped stream is not stored`(
        seed: UInt64
    ) throws {
        let words = Array(repeating: "tok ", count: 10)
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .cut(after: 3), .stream(words), .fail(.server)))
        try scene.run {
            #expect(try await scene.stream(Ask.refund).collect().finishReason.isPartial)
            let stream = try await scene.stream(Ask.refund)
            _ = try await stream.next()
            stream.cancel()
            try await scene.sleep(.seconds(5))
            await #expect(throws: ChatError.self) { try await scene.respond(Ask.refund) }
        }
        #expect(scene.store.writes == 0)
    }

    @Test(arguments: [FallbackLevel.fallbackModel, .exactCache, .semanticCache, .staleCache, .staticFAQ, .apology])
    func `an answer of a lower level, or of another cache, is not stored`(level: FallbackLevel) throws {
        let layer = Layer { request, context, next in
            var reply = try await next(request, context)
            reply.level = level
            return reply
        }
        let scene = try Scene(inside: [layer])
        let response = try scene.run { try await scene.respond(Ask.refund) }
        #expect(scene.store.writes == 0)
        #expect(response.notes.last == "skipped: not stored: answers of this level are not stored")
    }
}
