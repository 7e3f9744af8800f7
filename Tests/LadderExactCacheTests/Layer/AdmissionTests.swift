import LadderCore
import LadderExactCache
import LadderJSON
import LadderTesting
import TestSupport
import Testing

struct AdmissionTests {
    private func ask(_ scene: Scene, _ request: ChatRequest, times: Int = 2) throws -> [ChatResponse] {
        try scene.run {
            var responses: [ChatResponse] = []
            for _ in 0..<times { responses.append(try await scene.pipeline.respond(to: request)) }
            return responses
        }
    }

    @Test func `a call at temperature 0.7 is neither stored nor shared, and the trace says why`() throws {
        let scene = try Scene()
        var request = ChatRequest("hello")
        request.options.temperature = 0.7
        let responses = try ask(scene, request)
        #expect(scene.modelCalls == 2 && scene.store.reads == 0 && scene.store.writes == 0)
        #expect(responses[1].notes == ["skipped: not stored: the temperature is too high"])
        #expect(scene.cache.statistics.total.refused == [.temperature: 2])
    }

    @Test(arguments: [0.7, 1.0, 2.0], [0.7, nil])
    func `one option stores answers of higher temperatures`(temperature: Double, maximum: Double?) throws {
        var policy = ExactCachePolicy()
        policy.admission.maximumTemperature = maximum
        let scene = try Scene(policy)
        var request = ChatRequest("hello")
        request.options.temperature = temperature
        _ = try ask(scene, request)
        #expect(scene.modelCalls == (maximum.map { temperature <= $0 } ?? true ? 1 : 2))
    }

    @Test func `a request with tools is not stored unless the policy says so`() throws {
        var request = ChatRequest("hello")
        request.tools = [ToolDefinition(name: "t", description: "", parameters: ["type": "object"])]
        let scene = try Scene()
        #expect(try ask(scene, request)[0].notes == ["skipped: not stored: the request has tools"])
        #expect(scene.modelCalls == 2)
        var policy = ExactCachePolicy()
        policy.admission.storesToolCalls = true
        let call = ToolCall(id: "c", name: "t", arguments: "{}")
        let model = ScriptedModel("m", .reply(Completion(content: [.toolCall(call)], finishReason: .toolCalls)))
        let storing = try Scene(policy, model: model)
        #expect(try ask(storing, request)[1].toolCalls == [call])
        #expect(storing.modelCalls == 1)
    }

    @Test(arguments: [FinishReason.length, .filtered])
    func `error, truncated or half-streamed answer cached: an incomplete answer is not stored`(
        reason: FinishReason
    ) throws {
        let scene = try Scene(model: ScriptedModel("m", .reply(Completion("half", finishReason: reason))))
        let responses = try ask(scene, ChatRequest("hello"))
        #expect(scene.modelCalls == 2)
        #expect(responses[0].notes.last == "skipped: not stored: the answer is not complete")
        #expect(scene.cache.statistics.total.refused[.notComplete] == 2)
    }

    @Test(arguments: seeds)
    func `error, truncated or half-streamed answer cached: a cut stream is not stored`(seed: UInt64) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .cut(after: 3), .reply("whole")))
        try scene.run {
            let cut = try await scene.stream().collect()
            #expect(cut.finishReason.isPartial)
            #expect(scene.store.writes == 0)
            #expect(try await scene.stream().collect().content == "whole")
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `error, truncated or half-streamed answer cached: a stream dropped half-way is not stored`(
        seed: UInt64
    ) throws {
        let words = Array(repeating: "tok ", count: 10)
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stream(words), .reply("whole")))
        try scene.run {
            let stream = try await scene.stream()
            _ = try await stream.next()
            _ = try await stream.next()
            stream.cancel()
            try await scene.sleep(.seconds(5))
            #expect(scene.store.writes == 0)
            #expect(try await scene.respond().content == "whole")
        }
    }

    @Test func `error, truncated or half-streamed answer cached: an error is not stored`() throws {
        let scene = try Scene(model: ScriptedModel("m", .fail(.server), .reply("whole")))
        try scene.run {
            await #expect(throws: ChatError.self) { try await scene.respond() }
            let content = try await scene.respond().content
            #expect(content == "whole")
        }
        #expect(scene.store.writes == 1)
    }

    @Test(arguments: [FallbackLevel.fallbackModel, .semanticCache, .staleCache, .staticFAQ, .apology])
    func `an answer of a lower level is not stored`(level: FallbackLevel) throws {
        let layer = LayerOf { request, context, next in
            var reply = try await next(request, context)
            reply.level = level
            return reply
        }
        let scene = try Scene(inside: [layer])
        let responses = try ask(scene, ChatRequest("hello"))
        #expect(scene.modelCalls == 2 && scene.store.writes == 0)
        #expect(responses[0].notes.last == "skipped: not stored: answers of this level are not stored")
        var policy = ExactCachePolicy()
        policy.admission.levels.insert(.fallbackModel)
        let storing = try Scene(policy, inside: [layer])
        _ = try ask(storing, ChatRequest("hello"))
        #expect(storing.modelCalls == (level == .fallbackModel ? 1 : 2))
    }

    @Test func `personal data is stored by default, and refused with a detector`() throws {
        struct Detector: SensitiveTextDetector {
            func kinds(in text: String) -> [String] { text.contains("@") ? ["email"] : [] }
        }
        let request = ChatRequest("I am a@example.com")
        let storing = try Scene()
        _ = try ask(storing, request)
        #expect(storing.modelCalls == 1)
        let refusing = try Scene(refusing: Detector())
        let responses = try ask(refusing, request)
        #expect(refusing.modelCalls == 2 && refusing.store.writes == 0)
        #expect(responses[0].notes.last == "skipped: not stored: the question has personal data")
        #expect(!responses[0].trace.description.contains("@"))
        _ = try ask(refusing, ChatRequest("hello"))
        #expect(refusing.modelCalls == 3)
    }

    @Test func `the trace has no text of prompt or answer`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("SECRET-ANSWER")))
        for response in try ask(scene, ChatRequest("SECRET-QUESTION today"), times: 3) {
            #expect(!response.trace.description.contains("SECRET"))
        }
    }
}
