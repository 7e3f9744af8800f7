import ClientTestSupport
import LadderCore
import LadderJSON
import Testing

@testable import LadderGemini

@Suite struct AnswerTests {
    @Test func `a whole answer has text, usage and the id of the answer`() throws {
        let answer = try completion(Fixtures.answer(["text": "Hello, "], ["text": "world"]))
        #expect(answer.content == [.text("Hello, world")])
        #expect(answer.finishReason == .stop)
        #expect(answer.usage == Usage(inputTokens: 10, outputTokens: 5))
        #expect(answer.metadata?.requestID == "r-2")
    }

    @Test func `a whole answer and its stream hold the same parts`() throws {
        for stream in [Fixtures.text, Fixtures.thinking, Fixtures.tools] {
            let events = stream.split(separator: "\r\n\r\n").map { $0.dropFirst("data: ".count) }
            // A gateway that does not know event streams answers with an array of the same objects.
            let answer = try completion("[\(events.joined(separator: ","))]")
            let parsed = StreamReading(stream)
            #expect(answer.text == parsed.text)
            #expect(answer.content.reasoning == parsed.reasoning)
            #expect(answer.toolCalls.map(\.arguments) == parsed.calls.map(\.arguments))
            #expect(answer.finishReason == parsed.ending?.finishReason)
            #expect(answer.usage == parsed.ending?.usage)
        }
    }

    @Test func `pictures and files of an answer become parts`() throws {
        let answer = try completion(
            Fixtures.answer(
                ["text": "Here:"], ["inlineData": ["mimeType": "image/png", "data": "iVBO"]],
                ["fileData": ["mimeType": "application/pdf", "fileUri": "https://example.com/a.pdf"]],
                ["executableCode": ["language": "PYTHON", "code": "1"]]))
        #expect(
            answer.content == [
                .text("Here:"), .image(.data([0x89, 0x50, 0x4E], mediaType: "image/png")),
                .file(FileContent(url: "https://example.com/a.pdf", mediaType: "application/pdf")),
            ])
    }

    @Test func `an identifier of the provider is kept, a repeated one is not`() throws {
        let call: JSONValue = ["functionCall": ["id": "fc-1", "name": "clock", "args": [:]]]
        let answer = try completion(Fixtures.answer(call, call))
        #expect(answer.toolCalls.map(\.id) == ["fc-1", "gemini_call_1"])
    }

    @Test func `a made identifier is new in the conversation, and the same for the same conversation`() throws {
        let history = ChatMessage(
            role: .assistant,
            content: [
                .toolCall(ToolCall(id: "gemini_call_2", name: "clock", arguments: "{}")),
                .toolCall(ToolCall(id: "x", name: "clock", arguments: "{}")),
            ])
        let request = ChatRequest(model: "gemini", messages: [.user("Hi"), history])
        let json = Fixtures.answer(["functionCall": ["name": "clock"]], ["functionCall": ["name": "clock"]])
        for _ in 0..<2 {
            let answer = try completion(json, asking: request)
            #expect(answer.toolCalls.map(\.id) == ["gemini_call_3", "gemini_call_4"])
        }
    }

    @Test(arguments: [
        ("SAFETY", FinishReason.filtered), ("RECITATION", .filtered), ("PROHIBITED_CONTENT", .filtered),
        ("BLOCKLIST", .filtered), ("SPII", .filtered), ("STOP", .stop), ("MAX_TOKENS", .length),
    ])
    func `a finish reason that is no failure ends the answer`(name: String, reason: FinishReason) throws {
        #expect(try completion(Fixtures.answer(["text": "a"], finish: name)).finishReason == reason)
    }

    @Test(arguments: [
        ("MALFORMED_FUNCTION_CALL", ChatError.Kind.invalidOutput), ("UNEXPECTED_TOOL_CALL", .invalidOutput),
        ("OTHER", .invalidOutput), ("A_REASON_OF_TOMORROW", .invalidOutput),
        ("MISSING_THOUGHT_SIGNATURE", .invalidRequest),
    ])
    func `a finish reason that is a failure is thrown with its name and usage`(
        name: String, kind: ChatError.Kind
    ) throws {
        let error = #expect(throws: ChatError.self) { try completion(Fixtures.answer(["text": "a"], finish: name)) }
        #expect(error?.kind == kind)
        #expect(error?.providerCode == name)
        #expect(error?.usage == Usage(inputTokens: 10, outputTokens: 5))
    }

    @Test(arguments: [
        "{}", "7", "null", #"{"candidates": []}"#, #"{"candidates": {"a": 1}}"#, "[]", "[[]]",
        #"{"candidates": [{"content": {"parts": [{"functionCall": {}}]}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"functionCall": {"name": "f", "args": "x"}}]}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"inlineData": {"data": "*"}}]}}]}"#,
    ])
    func `JSON of another form is invalid output`(json: String) {
        let error = #expect(throws: ChatError.self) { try completion(json) }
        #expect(error?.kind == .invalidOutput)
    }

    @Test(arguments: [
        (
            #"{"promptTokenCount": 1000, "cachedContentTokenCount": 400, "candidatesTokenCount": 100, "thoughtsTokenCount": 400}"#,
            Usage(inputTokens: 1_000, outputTokens: 500, cacheReadTokens: 400, reasoningTokens: 400)
        ),
        (
            #"{"promptTokenCount": 5, "toolUsePromptTokenCount": 7, "candidatesTokenCount": 1}"#,
            Usage(inputTokens: 12, outputTokens: 1)
        ),
        (
            #"{"promptTokenCount": 5, "thoughtsTokenCount": 9223372036854775807, "candidatesTokenCount": 9}"#,
            Usage(inputTokens: 5, outputTokens: .max, reasoningTokens: .max)
        ),
    ])
    func `thoughts are counted as output on top of the candidates, cached tokens as part of the prompt`(
        json: String, usage: Usage
    ) throws {
        #expect(Usage(gemini: try JSONValue(parsing: json)) == usage)
    }

    @Test(arguments: ["{}", "[]", #"{"totalTokenCount": 7}"#, #"{"promptTokenCount": "many"}"#])
    func `counts of another form are no usage`(json: String) throws {
        #expect(Usage(gemini: try JSONValue(parsing: json)) == nil)
    }
}
