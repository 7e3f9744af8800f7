import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicPromptCacheTests {
    private let mark: JSONValue = ["type": "ephemeral"]
    private let request = ChatRequest(
        messages: [
            .system("Be brief."), .user("a"),
            ChatMessage(
                role: .assistant,
                content: [
                    .text("b"), .reasoning(ReasoningContent(text: "r", opaqueBytes: Array("s".utf8), model: "m")),
                ]),
            .user("c"),
        ],
        tools: [tool("clock"), tool("weather")])

    @Test func `the last tool, the system prompt and the message before the newest question are marked`() throws {
        let body = try body(request, cachesPrompt: true)
        #expect(body["tools"]?[0]?["cache_control"] == nil)
        #expect(body["tools"]?[1]?["cache_control"] == mark)
        #expect(body["system"] == [["type": "text", "text": "Be brief.", "cache_control": mark]])
        #expect(body["messages"]?[1]?["content"]?[0]?["cache_control"] == mark)
        #expect(body["messages"]?[1]?["content"]?[1]?["cache_control"] == nil)
        #expect(body.text.split(separator: "cache_control").count - 1 == 3)
    }

    @Test func `nothing is marked unless asked for`() throws {
        #expect(try !body(request).text.contains("cache_control"))
    }

    @Test func `a first question has no earlier message to mark`() throws {
        #expect(try !body(ChatRequest("x"), cachesPrompt: true).text.contains("cache_control"))
    }

    @Test func `a marked tool keeps the order of its schema`() throws {
        let schema: JSONSchema = ["type": "object", "properties": ["z": ["type": "string"], "a": ["type": "string"]]]
        let request = ChatRequest(
            messages: [.user("x")], tools: [ToolDefinition(name: "t", description: "", parameters: schema)])
        let bytes = try written(request, cachesPrompt: true).bytes
        #expect(String(decoding: bytes, as: UTF8.self).contains(schema.text))
    }
}
