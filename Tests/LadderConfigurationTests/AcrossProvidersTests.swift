import ClientTestSupport
import Ladder
import LadderAnthropic
import LadderGemini
import LadderHTTP
import LadderJSON
import LadderOpenAI
import LadderTesting
import Testing

/// A client with answers in the form of its provider.
private struct Provider: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A whole answer "Hello", and the same as events.
    let hello: String
    let events: String
    /// An answer that thinks and calls the tool `clock`.
    let call: String
    let model: @Sendable (any HTTPTransport) -> any ChatModel

    static let all: [Provider] = [openAI, anthropic, gemini]

    static let openAI = Provider(
        testDescription: "openai",
        hello: #"{"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]}"#,
        events: "data: {\"choices\": [{\"delta\": {\"content\": \"Hello\"}}]}\n\n"
            + "data: {\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]}\n\ndata: [DONE]\n\n",
        call: #"""
            {"choices": [{"message": {"content": null, "reasoning_content": "A thought.", "tool_calls": [{"id": "call_1",
            "type": "function", "function": {"name": "clock", "arguments": "{}"}}]}, "finish_reason": "tool_calls"}]}
            """#
    ) { OpenAIModel("gpt-4o", key: APIKey("k"), transport: $0) }

    static let anthropic = Provider(
        testDescription: "anthropic",
        hello:
            #"{"content": [{"type": "text", "text": "Hello"}], "stop_reason": "end_turn", "usage": {"input_tokens": 3, "output_tokens": 4}}"#,
        events:
            "data: {\"type\": \"content_block_start\", \"index\": 0, \"content_block\": {\"type\": \"text\", \"text\": \"\"}}\n\n"
            + "data: {\"type\": \"content_block_delta\", \"index\": 0, \"delta\": {\"type\": \"text_delta\", \"text\": \"Hello\"}}\n\n"
            + "data: {\"type\": \"message_delta\", \"delta\": {\"stop_reason\": \"end_turn\"}}\n\ndata: {\"type\": \"message_stop\"}\n\n",
        call: #"""
            {"content": [{"type": "thinking", "thinking": "A thought.", "signature": "sig"}, {"type": "tool_use", "id": "call_1",
            "name": "clock", "input": {}}], "stop_reason": "tool_use", "usage": {"input_tokens": 3, "output_tokens": 4}}
            """#
    ) { AnthropicModel("claude-sonnet-4-5", key: APIKey("k"), transport: $0) }

    static let gemini = Provider(
        testDescription: "gemini",
        hello: #"{"candidates": [{"content": {"parts": [{"text": "Hello"}]}, "finishReason": "STOP"}]}"#,
        events:
            "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hello\"}]}, \"finishReason\": \"STOP\"}]}\r\n\r\n",
        call: #"""
            {"candidates": [{"content": {"parts": [{"text": "A thought.", "thought": true}, {"functionCall": {"name": "clock",
            "args": {}}, "thoughtSignature": "c2ln"}]}, "finishReason": "STOP"}]}
            """#
    ) { GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: $0) }
}

/// A layer as a user would write it: it counts answers and shouts.
private struct Shout: Middleware {
    let answers = LockedCount()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context, mappingText: { $0.uppercased() })
        reply.onEnd { [answers] _ in answers.add() }
        return reply
    }
}

private final class LockedCount: Sendable {
    private let count = Locked(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

@Suite struct AcrossProvidersTests {
    @Test(arguments: Provider.all, [false, true])
    fileprivate func `a layer works unchanged over each client`(provider: Provider, streamed: Bool) async throws {
        let response =
            streamed
            ? ScriptedHTTPResponse(events: provider.events, splitEvery: 7) : ScriptedHTTPResponse(json: provider.hello)
        let shout = Shout()
        let pipeline = try Pipeline(model: provider.model(ScriptedTransport([response]))) { shout }
        let answer =
            streamed ? try await pipeline.streamResponse(to: "Hi").collect() : try await pipeline.respond(to: "Hi")
        #expect(answer.content == "HELLO")
        #expect(answer.finishReason == .stop)
        #expect(shout.answers.value == 1)
    }

    /// Each pair of a provider that begins a tool loop and another that ends it.
    @Test(arguments: Provider.all, Provider.all)
    fileprivate func `a tool loop is handed to another provider in the middle`(first: Provider, second: Provider)
        async throws
    {
        guard first.testDescription != second.testDescription else { return }
        let begins = ScriptedTransport([ScriptedHTTPResponse(json: first.call), ScriptedHTTPResponse(status: 503)])
        let ends = ScriptedTransport([ScriptedHTTPResponse(json: second.hello)])
        let pipeline = try Pipeline.standard(
            model: first.model(begins), fallbacks: [second.model(ends)], retry: RetryPolicy(maximumAttempts: 1))
        var request = ChatRequest("What time is it?")
        request.tools = [ToolDefinition(name: "clock", description: "", parameters: ["type": "object"])]
        let turn = try await pipeline.respond(to: request)
        #expect(turn.toolCalls.map(\.name) == ["clock"])
        #expect(turn.message.content.reasoning.contains { $0.text == "A thought." })
        request.messages.append(turn.message)
        for call in turn.toolCalls { request.messages.append(.tool(ToolResult(callID: call.id, text: "noon"))) }
        let answer = try await pipeline.respond(to: request)
        #expect(answer.content == "Hello" && answer.fallbackLevel == .fallbackModel)
        let body = String(decoding: try #require(ends.requests.last).body, as: UTF8.self)
        // The other provider gets the call and its result, and nothing that the first one has signed.
        #expect(body.contains("clock") && body.contains("noon"))
        #expect(!body.contains("A thought.") && !body.contains("sig\"") && !body.contains("c2ln"))
    }

    @Test(arguments: Provider.all)
    fileprivate func `a tool loop whose second turn is cut goes on with the next attempt`(provider: Provider)
        async throws
    {
        let cut = ScriptedHTTPResponse(events: String(provider.events.prefix(provider.events.count / 3)))
        let transport = ScriptedTransport([
            ScriptedHTTPResponse(json: provider.call), cut, ScriptedHTTPResponse(json: provider.hello),
        ])
        let pipeline = try Pipeline(model: provider.model(transport)) { Retry(RetryPolicy(maximumAttempts: 3)) }
        let simulation = Simulation(seed: 1)
        let simulated = pipeline.running(on: simulation)
        let answer = try simulation.run {
            var request = ChatRequest("What time is it?")
            let turn = try await simulated.respond(to: request)
            request.messages.append(turn.message)
            for call in turn.toolCalls { request.messages.append(.tool(ToolResult(callID: call.id, text: "noon"))) }
            return try await simulated.streamResponse(to: request).collect()
        }
        #expect(answer.content == "Hello" && answer.attempts.count == 2)
    }

    @Test(arguments: Provider.all)
    fileprivate func `each client keeps what a model must keep`(provider: Provider) throws {
        try checkModel {
            provider.model(WholeOrStreamed(whole: provider.hello, events: provider.events))
        }
    }
}
