import LadderCore
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicAnswerTests {
    private func completion(_ text: String) throws -> Completion {
        try AnthropicAnswerReader(model: "claude").completion(from: try JSONValue(parsing: text))
    }

    @Test func `a whole answer has text, calls and thinking in their order`() throws {
        let answer = try completion(
            #"""
            {"type":"message","content":[{"type":"thinking","thinking":"Hm","signature":"sig"},
            {"type":"redacted_thinking","data":"ZGF0YQ=="},{"type":"text","text":"Hello"},
            {"type":"web_search_tool_result","content":[]},
            {"type":"tool_use","id":"t1","name":"clock","input":{}},
            {"type":"tool_use","id":"t2","name":"weather","input":{"city":"Bonn"}}],
            "stop_reason":"tool_use","usage":{"input_tokens":3,"output_tokens":4}}
            """#)
        #expect(
            answer.content == [
                .reasoning(ReasoningContent(text: "Hm", opaqueBytes: Array("sig".utf8), model: "claude")),
                .reasoning(ReasoningContent(opaqueBytes: Array("ZGF0YQ==".utf8), model: "claude")), .text("Hello"),
                .toolCall(ToolCall(id: "t1", name: "clock", arguments: "{}")),
                .toolCall(ToolCall(id: "t2", name: "weather", arguments: #"{"city":"Bonn"}"#)),
            ])
        #expect(answer.finishReason == .toolCalls)
        #expect(answer.usage == Usage(inputTokens: 3, outputTokens: 4))
    }

    @Test(
        arguments: [
            ("end_turn", FinishReason.stop), ("stop_sequence", .stop), ("max_tokens", .length),
            ("model_context_window_exceeded", .length), ("pause_turn", .length), ("tool_use", .toolCalls),
            ("refusal", .filtered), ("a_new_reason", .stop),
        ])
    func `each stop reason has its finish reason`(stopReason: String, expected: FinishReason) throws {
        let answer = try completion(
            #"{"content":[{"type":"text","text":"x"}],"stop_reason":"\#(stopReason)"}"#)
        #expect(answer.finishReason == expected)
        #expect(answer.metadata?.raw["stop_reason"] == .string(stopReason))
    }

    @Test(arguments: ["{}", "[]", #"{"content":"text"}"#, #"{"content":[{"type":"tool_use","name":"x"}]}"#])
    func `an answer of another form is invalid output`(text: String) {
        #expect(throws: ChatError.self) { try completion(text) }
    }

    @Test func `an error under a status of success is that error`() throws {
        let error = #expect(throws: ChatError.self) {
            try completion(#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#)
        }
        #expect(error?.kind == .overloaded)
    }

    @Test func `input tokens include what was read from and written to the cache`() throws {
        var counts = AnthropicUsage()
        counts.update(
            from: try JSONValue(
                parsing: #"""
                    {"input_tokens":500,"cache_creation_input_tokens":2000,"cache_read_input_tokens":10000,
                    "output_tokens":300}
                    """#))
        let usage = try #require(counts.usage)
        #expect(
            usage
                == Usage(
                    inputTokens: 12_500, outputTokens: 300, cacheReadTokens: 10_000, cacheWriteTokens: 2_000))
        let cost = try #require(PriceBook.builtIn.cost(of: usage, model: "claude-sonnet-4-5"))
        #expect(cost == Money("0.0165"))
    }

    @Test func `absurd counts are no trap`() throws {
        var counts = AnthropicUsage()
        counts.update(
            from: try JSONValue(
                parsing: #"""
                    {"input_tokens":9223372036854775807,"cache_read_input_tokens":9223372036854775807,
                    "cache_creation_input_tokens":-5,"output_tokens":-1}
                    """#))
        #expect(counts.usage?.inputTokens == .max)
        #expect(counts.usage?.outputTokens == 0)
    }

    @Test func `no usage is nil`() {
        #expect(AnthropicUsage().usage == nil)
    }
}
