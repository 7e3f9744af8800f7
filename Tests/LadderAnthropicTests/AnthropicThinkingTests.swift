import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicThinkingTests {
    @Test func `a model with a budget gets one, a longer answer and no temperature`() throws {
        let written = try written(
            question(ModelOptions(temperature: 0.2, maximumResponseTokens: 500, reasoningEffort: .medium)))
        #expect(written.body["thinking"] == ["type": "enabled", "budget_tokens": 8_192])
        #expect(written.body["max_tokens"] == 8_692)
        #expect(written.body["temperature"] == nil)
        #expect(written.notes.count == 1)
    }

    @Test func `a budget leaves room for the answer within the model's maximum`() throws {
        let body = try body(
            question(ModelOptions(maximumResponseTokens: 30_000, reasoningEffort: ReasoningEffort("max"))),
            for: "claude-opus-4-20250514")
        #expect(body["max_tokens"] == 32_000)
        #expect(body["thinking"]?["budget_tokens"] == 30_976)
    }

    @Test func `a model that decides itself gets an effort, and is asked for summaries where it hides them`() throws {
        let options = ModelOptions(maximumResponseTokens: 500, reasoningEffort: .minimal)
        let shown = try written(question(options), for: "claude-opus-4.6")
        #expect(shown.body["thinking"] == ["type": "adaptive"])
        #expect(shown.body["output_config"] == ["effort": "low"])
        #expect(shown.body["max_tokens"] == 500)
        #expect(shown.notes.count == 1)
        let hidden = try body(question(ModelOptions(reasoningEffort: ReasoningEffort("xhigh"))), for: "claude-opus-4-8")
        #expect(hidden["thinking"] == ["type": "adaptive", "display": "summarized"])
        #expect(hidden["output_config"] == ["effort": "xhigh"])
        let silent = try body(question(ModelOptions()), for: "claude-opus-5-5", showsThinking: false)
        #expect(silent["thinking"] == ["type": "adaptive"])
    }

    private static let withoutThinking: [(model: String, off: String?, effort: String?)] = [
        ("claude-sonnet-4-5", nil, nil), ("claude-opus-4-7", nil, nil), ("claude-opus-5", "disabled", nil),
        ("claude-sonnet-5-5", "between_tools", nil), ("claude-opus-5-5", nil, "low"),
        ("claude-3-haiku-20240307", nil, nil),
    ]

    @Test(arguments: withoutThinking)
    func `no reasoning turns thinking off where that can be done`(model: String, off: String?, effort: String?) throws {
        let body = try body(question(ModelOptions(reasoningEffort: ReasoningEffort.none)), for: model)
        #expect(body["thinking"]?["type"]?.string == off)
        #expect(body["output_config"]?["effort"]?.string == effort)
    }

    private static let refusals: [(model: String, omitted: Set<String>, thinking: JSONValue?, effort: String?)] = [
        ("claude-sonnet-4-5", ["thinking.enabled"], ["type": "adaptive", "display": "summarized"], "low"),
        ("claude-sonnet-4-5", ["thinking.enabled", "thinking.adaptive"], nil, nil),
        ("claude-opus-4-6", ["thinking.adaptive"], ["type": "enabled", "budget_tokens": 2_048], nil),
        ("claude-opus-5", ["thinking.display"], ["type": "adaptive"], "low"),
        ("claude-opus-5", ["output_config.effort"], ["type": "adaptive", "display": "summarized"], nil),
        ("claude-opus-5", ["output_config"], ["type": "adaptive", "display": "summarized"], nil),
        ("claude-opus-5", ["thinking"], nil, nil),
    ]

    @Test(arguments: refusals)
    func `what the target refused is written in another way`(
        model: String, omitted: Set<String>, thinking: JSONValue?, effort: String?
    ) throws {
        let body = try body(question(ModelOptions(reasoningEffort: .low)), for: model, omitted: omitted)
        #expect(body["thinking"] == thinking)
        #expect(body["output_config"]?["effort"]?.string == effort)
    }

    @Test func `a model that refuses to stop thinking is left to think`() throws {
        let written = try written(
            question(ModelOptions(reasoningEffort: ReasoningEffort.none)), for: "claude-opus-5",
            omitted: ["thinking.disabled"])
        #expect(written.body["thinking"] == nil)
        #expect(written.notes.count == 1)
    }

    @Test func `effort for a model that does not think is noted`() throws {
        let written = try written(question(ModelOptions(reasoningEffort: .high)), for: "claude-3-haiku-20240307")
        #expect(written.body["thinking"] == nil)
        #expect(written.notes.count == 1)
    }

    @Test func `a model with a budget does not think when it must call a tool`() throws {
        let options = ModelOptions(reasoningEffort: .high, toolChoice: .required)
        let written = try written(question(options, tools: [tool("clock")]))
        #expect(written.body["thinking"] == nil)
        #expect(written.body["tool_choice"] == ["type": "any"])
        #expect(written.notes.count == 1)
    }

    @Test func `a tool loop that another model began goes on without a budget for thinking`() throws {
        let request = ChatRequest(
            messages: [
                .user("x"),
                ChatMessage(role: .assistant, content: [.toolCall(ToolCall(id: "t", name: "clock", arguments: "{}"))]),
                .tool(ToolResult(callID: "t", text: "noon")),
            ],
            options: ModelOptions(reasoningEffort: .high), tools: [tool("clock")])
        #expect(try body(request)["thinking"] == nil)
        #expect(try body(request, for: "claude-opus-4-6")["thinking"] != nil)
    }

    @Test func `the caller's own field of thinking raises the maximum length and leaves the temperature out`() throws {
        var options = ModelOptions(temperature: 0.3, maximumResponseTokens: 1_000)
        options.extra[.anthropic] = ["thinking": ["type": "enabled", "budget_tokens": 2_048]]
        let body = try body(question(options))
        #expect(body["thinking"] == ["type": "enabled", "budget_tokens": 2_048])
        #expect(body["max_tokens"] == 3_048)
        #expect(body["temperature"] == nil)
    }

    @Test func `thinking blocks come back as they were, and unsigned ones are left out`() throws {
        let written = try written(
            ChatRequest(messages: [
                .user("x"),
                ChatMessage(
                    role: .assistant,
                    content: [
                        .reasoning(ReasoningContent(text: "", opaqueBytes: Array("s".utf8), model: "m")),
                        .reasoning(ReasoningContent(opaqueBytes: Array("d".utf8), model: "m")),
                        .reasoning(ReasoningContent(text: "cut", model: "m")), .text("y"),
                    ]), .user("z"),
            ]))
        #expect(
            written.body["messages"]?[1]?["content"] == [
                ["type": "thinking", "thinking": "", "signature": "s"], ["type": "redacted_thinking", "data": "d"],
                ["type": "text", "text": "y"],
            ])
        #expect(written.notes.count == 1)
    }

    @Test func `a thinking model states how long it may be silent`() {
        let asked = question(ModelOptions(reasoningEffort: .high))
        #expect(AnthropicModel("claude-sonnet-4-5").expectedSilence(for: asked) == .seconds(20))
        #expect(AnthropicModel("claude-sonnet-4-5").expectedSilence(for: ChatRequest("x")) == nil)
        #expect(
            AnthropicModel("claude-opus-5-5", showsThinking: false).expectedSilence(for: ChatRequest("x"))
                == .seconds(120))
    }
}
