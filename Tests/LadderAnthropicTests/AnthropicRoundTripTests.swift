import Ladder
import LadderHTTP
import LadderJSON
import LadderTesting
import Testing

@testable import LadderAnthropic

struct AnthropicRoundTripTests {
    private static let call = #"""
        {"content":[{"type":"thinking","thinking":"I look.","signature":"sig=="},
        {"type":"redacted_thinking","data":"b64"},{"type":"text","text":"Let me see."},
        {"type":"tool_use","id":"t1","name":"clock","input":{"zone":"UTC"}}],
        "stop_reason":"tool_use","usage":{"input_tokens":3,"output_tokens":4}}
        """#
    private static let done = #"""
        {"content":[{"type":"text","text":"Noon."}],"stop_reason":"end_turn",
        "usage":{"input_tokens":3,"output_tokens":4}}
        """#
    private static let callEvents = """
        data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"I look."}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"sig=="}}

        data: {"type":"content_block_stop","index":0}

        data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"b64"}}

        data: {"type":"content_block_stop","index":1}

        data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":"Let me see."}}

        data: {"type":"content_block_stop","index":2}

        data: {"type":"content_block_start","index":3,"content_block":\
        {"type":"tool_use","id":"t1","name":"clock","input":{}}}

        data: {"type":"content_block_delta","index":3,"delta":\
        {"type":"input_json_delta","partial_json":"{\\"zone\\": \\"UTC\\"}"}}

        data: {"type":"content_block_stop","index":3}

        data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"input_tokens":3,"output_tokens":4}}

        data: {"type":"message_stop"}


        """

    private func request(_ messages: [ChatMessage]) -> ChatRequest {
        ChatRequest(
            messages: messages, options: ModelOptions(maximumResponseTokens: 500, reasoningEffort: .low),
            tools: [tool("clock")])
    }

    @Test(arguments: [false, true])
    func `a tool loop sends back what the model answered`(streamed: Bool) async throws {
        let first = streamed ? ScriptedHTTPResponse(events: Self.callEvents) : ScriptedHTTPResponse(json: Self.call)
        let transport = ScriptedTransport([first, ScriptedHTTPResponse(json: Self.done)])
        let model = AnthropicModel("claude-sonnet-4-5", key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) {}
        var messages = [ChatMessage.user("What time is it?")]
        let response =
            streamed
            ? try await pipeline.streamResponse(to: request(messages)).collect()
            : try await pipeline.respond(to: request(messages))
        #expect(response.toolCalls.map(\.name) == ["clock"])
        messages += [response.message, .tool(ToolResult(callID: response.toolCalls[0].id, text: "noon"))]
        let last = try await pipeline.respond(to: request(messages))
        #expect(last.content == "Noon.")
        let body = try JSONValue(parsing: transport.requests[1].body)
        #expect(body["thinking"] != nil)
        #expect(
            body["messages"]?[1]?["content"] == [
                ["type": "thinking", "thinking": "I look.", "signature": "sig=="],
                ["type": "redacted_thinking", "data": "b64"], ["type": "text", "text": "Let me see."],
                ["type": "tool_use", "id": "t1", "name": "clock", "input": ["zone": "UTC"]],
            ])
        #expect(body["messages"]?[2]?["content"]?[0]?["tool_use_id"] == "t1")
    }

    @Test func `a cut answer can be continued with its complete thinking`() async throws {
        let cut = try #require(Self.callEvents.firstRange(of: "partial_json")).lowerBound
        let transport = ScriptedTransport([
            ScriptedHTTPResponse(events: String(Self.callEvents[..<cut])), ScriptedHTTPResponse(json: Self.done),
        ])
        let model = AnthropicModel("claude-sonnet-4-5", key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) {}
        var messages = [ChatMessage.user("What time is it?")]
        let stream = try await pipeline.streamResponse(to: request(messages))
        let response = try await stream.collect()
        #expect(response.finishReason.isPartial)
        let kept = response.message.content.filter { part in
            if case .toolCall = part { return false }
            return true
        }
        messages += [ChatMessage(role: .assistant, content: kept), .user("Go on.")]
        #expect(try await pipeline.respond(to: request(messages)).content == "Noon.")
        let body = try JSONValue(parsing: transport.requests[1].body)
        #expect(
            body["messages"]?[1]?["content"]?.array?.map { $0["type"] } == ["thinking", "redacted_thinking", "text"])
    }

    @Test func `another model in the middle of the loop gets no thinking of the first`() async throws {
        let overloaded = ScriptedHTTPResponse(
            status: 529, json: #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#)
        let first = ScriptedTransport([ScriptedHTTPResponse(json: Self.call), overloaded])
        let second = ScriptedTransport([ScriptedHTTPResponse(json: Self.done)])
        let pipeline = try Pipeline(models: [
            AnthropicModel("claude-sonnet-4-5", key: APIKey("k"), transport: first),
            AnthropicModel("claude-haiku-4-5", key: APIKey("k"), transport: second),
        ]) { ModelFallback("claude-haiku-4-5") }
        var messages = [ChatMessage.user("What time is it?")]
        let response = try await pipeline.respond(to: request(messages))
        messages += [response.message, .tool(ToolResult(callID: "t1", text: "noon"))]
        let last = try await pipeline.respond(to: request(messages))
        #expect(last.model == "claude-haiku-4-5")
        let body = try JSONValue(parsing: second.requests[0].body)
        #expect(body["messages"]?[1]?["content"]?.array?.map { $0["type"] } == ["text", "tool_use"])
        #expect(body["thinking"] == nil)
    }
}
