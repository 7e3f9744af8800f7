import LadderJSON
import LadderTesting
import Testing

@testable import LadderCore

@Suite struct ConversationTests {
    private let call = ContentPart.toolCall(ToolCall(id: "1", name: "t", arguments: "{\"a\": \"secret\"}"))
    private let reasoning = ContentPart.reasoning(ReasoningContent(text: "secret", model: "m"))

    private func answer(_ parts: [ContentPart]) -> Completion {
        Completion(
            content: parts, finishReason: .toolCalls, usage: Usage(inputTokens: 1, outputTokens: 2),
            metadata: ReplyMetadata(requestID: "r"))
    }

    @Test func `changed text keeps tool calls, other parts and usage`() {
        let changed = answer([reasoning, .text("secret a"), call, .text("b")]).mapText { "<\($0)>" }
        #expect(changed == answer([reasoning, .text("<secret a>"), call, .text("<b>")]))
    }

    @Test func `replaced text stands where the first text was`() {
        #expect(
            answer([reasoning, .text("a"), call, .text("b")]).replacingText(with: "x")
                == answer([reasoning, .text("x"), call]))
        #expect(answer([call]).replacingText(with: "x") == answer([call, .text("x")]))
    }

    @Test func `a text that is sent as a part passes every layer that changes text`() throws {
        let pieces = [ReplyChunk.part(reasoning), .part(.text("a secret")), .text("secret"), .finished(.stop)]
        let simulation = Simulation()
        let model = ClosureModel(
            "m",
            streaming: { _, _ in
                AsyncStream { stream in
                    for piece in pieces { stream.yield(piece) }
                    stream.finish()
                }
            })
        let pipeline = try Pipeline(model: model) { Redaction() }.running(on: simulation)
        let content = try simulation.run { try await pipeline.streamResponse(to: "hi").collect().completion.content }
        #expect(content == [reasoning, .text("a ••••")])
    }

    @Test func `fields of one client stay out of the others' requests`() {
        var extra: ExtraFields = ["user": "u", "tier": "flex"]
        extra[.anthropic] = ["tier": "batch", "top_k": 5]
        #expect(extra.fields(for: .openAI) == ["user": "u", "tier": "flex"])
        #expect(extra.fields(for: .anthropic) == ["user": "u", "tier": "batch", "top_k": 5])
        #expect(extra[.gemini] == [:])
        extra["user"] = nil
        extra[.anthropic]["top_k"] = 6
        #expect(extra.fields(for: .anthropic) == ["tier": "batch", "top_k": 6])
        extra[.anthropic] = [:]
        #expect(extra == ["tier": "flex"])
        extra["tier"] = nil
        #expect(extra.isEmpty)
    }

    @Test func `merged fields replace those of the same name, client by client`() {
        var extra: ExtraFields = ["a": 1, "b": 1]
        extra[.gemini] = ["c": 1, "d": 1]
        var other: ExtraFields = ["b": 2]
        other[.gemini] = ["d": 2]
        other[.openAI] = ["e": 2]
        extra.merge(other)
        #expect(extra.fields(for: .gemini) == ["a": 1, "b": 2, "c": 1, "d": 2])
        #expect(extra.fields(for: .openAI) == ["a": 1, "b": 2, "e": 2])
    }

    @Test func `schemas that differ in their order are different requests`() {
        func request(_ schema: JSONSchema) -> ChatRequest {
            ChatRequest(messages: [], responseFormat: .jsonSchema(name: "n", schema: schema, strict: true))
        }
        #expect(request(["a": 1, "b": 1]) != request(["b": 1, "a": 1]))
    }

    @Test(arguments: [
        (FinishReason.stop, "stop", "stop"), (.length, "length", "length"), (.toolCalls, "toolCalls", "tool calls"),
        (.filtered, "filtered", "filtered"),
        (.partial(.readerTooSlow), "partial(readerTooSlow)", "partial (the reader was too slow)"),
        (.partial(.error(.timedOut(.silence))), "partial(timedOut)", "partial (the answer fell silent)"),
    ])
    func `a finish reason has a stable name and reads well`(reason: FinishReason, name: String, text: String) {
        #expect(reason.name == name)
        #expect("\(reason)" == text)
    }

    @Test func `a tool result of one text is its text`() {
        let result = ToolResult(callID: "1", text: "sunny")
        #expect(result == ToolResult(callID: "1", content: [.text("sunny")], isError: false))
        #expect(result.text == "sunny")
    }

    @Test func `reasoning, files and tool results are part of the estimate`() {
        let model = ClosureModel("m") { _ in Completion("x") }
        // Without the tokens of the chat format.
        func tokens(_ part: ContentPart) -> Int {
            model.estimatedInputTokens(of: ChatRequest(messages: [ChatMessage(role: .user, content: [part])])) - 7
        }
        #expect(tokens(.reasoning(ReasoningContent(text: "12345678", opaqueBytes: [1], model: "m"))) == 3)
        #expect(tokens(.file(FileContent(url: "u", mediaType: "m"))) == 1_000)
        let bytes = [UInt8](repeating: 0, count: 64_000)
        #expect(tokens(.file(FileContent(data: bytes, mediaType: "m"))) == 2_000)
        #expect(tokens(.toolResult(ToolResult(callID: "1", content: [.text("123"), .image(.url("u"))]))) == 1_001)
    }
}

private struct Redaction: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0.replacing("secret", with: "••") })
    }
}
