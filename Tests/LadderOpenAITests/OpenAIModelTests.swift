import ClientTestSupport
import Ladder
import LadderHTTP
import LadderJSON
import LadderTesting
import Testing

@testable import LadderOpenAI

private let answerJSON = #"""
    {"id": "chatcmpl-1", "choices": [{"message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 3, "completion_tokens": 4}}
    """#
private let answer = ScriptedHTTPResponse(json: answerJSON)

@Suite struct OpenAIModelTests {
    private func model(
        _ responses: ScriptedHTTPResponse..., name: String = "gpt-4o", server: OpenAIServer = .openAI
    ) -> (OpenAIModel, ScriptedTransport) {
        let transport = ScriptedTransport(responses)
        return (OpenAIModel(name, server: server, key: APIKey("secret-key"), transport: transport), transport)
    }

    @Test func `a whole answer comes through a pipeline`() async throws {
        let (model, transport) = model(answer)
        let response = try await Pipeline(model: model) {}.respond(to: "Hi")
        #expect(response.content == "Hello")
        #expect(response.usage == Usage(inputTokens: 3, outputTokens: 4))
        #expect(response.cost != nil)
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://api.openai.com/v1/chat/completions")
        #expect(request.headers["authorization"] == "Bearer secret-key")
    }

    @Test func `checkModel finds nothing`() throws {
        try checkModel {
            OpenAIModel(
                "gpt-4o", key: APIKey("k"),
                transport: WholeOrStreamed(whole: answerJSON, events: StreamFixture.text.events))
        }
    }

    @Test func `a parameter that the server refuses is written in another way, and from then on at once`() async throws
    {
        let refusal = ScriptedHTTPResponse(
            status: 400,
            json: #"""
                {"error": {"message": "Unsupported parameter: 'max_tokens' is not supported with this model. Use \
                'max_completion_tokens' instead.", "param": "max_tokens", "code": "unsupported_parameter"}}
                """#.replacingOccurrences)
        let (model, transport) = model(refusal, answer, name: "our-deployment")
        let pipeline = try Pipeline(model: model) {}
        let request = ChatRequest(messages: [.user("Hi")], options: ModelOptions(maximumResponseTokens: 50))
        let first = try await pipeline.respond(to: request)
        #expect(first.content == "Hello")
        #expect(first.attempts.map(\.error) == [.invalidRequest, nil])
        #expect(first.trace.description.contains("max_tokens"))
        let second = try await pipeline.respond(to: request)
        #expect(second.attempts.count == 1)
        let fields = try transport.requests.map { try JSONValue(parsing: $0.body) }
        #expect(fields.map { $0["max_tokens"] } == [50, nil, nil])
        #expect(fields.map { $0["max_completion_tokens"] } == [nil, 50, 50])
    }

    @Test func `a value out of range is the caller's error, and is not asked again`() async throws {
        let refusal = ScriptedHTTPResponse(
            status: 400,
            json: #"{"error": {"message": "Too large", "param": "temperature", "code": "decimal_above_max_value"}}"#)
        let (model, transport) = model(refusal)
        let error = await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        #expect(error?.kind == .invalidRequest)
        #expect(transport.requests.count == 1)
    }

    @Test func `Azure is asked at the resource, with its own header field`() async throws {
        let (old, transport) = model(
            answer, server: .azure(resource: "acme", deployment: "prod", apiVersion: "2024-10-21"))
        _ = try await Pipeline(model: old) {}.respond(to: "Hi")
        let request = try #require(transport.requests.first)
        #expect(
            request.url
                == "https://acme.openai.azure.com/openai/deployments/prod/chat/completions?api-version=2024-10-21")
        #expect(request.headers["api-key"] == "secret-key" && request.headers["authorization"] == nil)
        let (new, other) = model(answer, server: .azure(resource: "acme"))
        _ = try await Pipeline(model: new) {}.respond(to: "Hi")
        #expect(other.requests.first?.url == "https://acme.openai.azure.com/openai/v1/chat/completions")
    }

    @Test func `servers of this machine are local and need no key`() async throws {
        for server in [OpenAIServer.ollama, .vLLM, .llamaCpp] {
            let transport = ScriptedTransport([answer])
            let model = OpenAIModel("llama", server: server, transport: transport)
            #expect(model.isLocal)
            _ = try await Pipeline(model: model) {}.respond(to: "Hi")
            #expect(transport.requests.first?.headers["authorization"] == nil)
        }
        #expect(!OpenAIModel("gpt-4o").isLocal)
    }

    @Test func `a missing key says what to set, and nothing is sent`() async throws {
        let transport = ScriptedTransport([answer])
        let server = OpenAIServer(baseURL: "http://x.test", key: .environment("LADDER_TEST_NO_SUCH_KEY"))
        let model = OpenAIModel("gpt-4o", server: server, transport: transport)
        let error = await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        #expect(error?.kind == .unauthorized)
        #expect(error?.message.contains("LADDER_TEST_NO_SUCH_KEY") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test func `rate limits are known at the first content, and the key is nowhere`() async throws {
        var response = ScriptedHTTPResponse(events: StreamFixture.text.events, splitEvery: 9)
        response.headers["x-ratelimit-remaining-requests"] = "59"
        response.headers["x-request-id"] = "req_1"
        let (model, _) = model(response)
        let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi")
        #expect(stream.metadata?.rateLimits.first?.remaining == 59)
        #expect(stream.metadata?.requestID == "req_1")
        let whole = try await stream.collect()
        #expect(whole.metadata?.rateLimits.first?.remaining == 59)
        #expect(!"\(whole.trace) \(model) \(stream.explain())".contains("secret-key"))
    }

    @Test func `a JSON answer to a streamed question is taken as it is`() async throws {
        let (model, _) = model(answer)
        let whole = try await Pipeline(model: model) {}.streamResponse(to: "Hi").collect()
        #expect(whole.content == "Hello")
    }

    @Test(arguments: ["text/html", "text/plain"])
    func `a page of a proxy is no answer`(type: String) async throws {
        let response = ScriptedHTTPResponse(headers: ["content-type": type], pieces: [Array("<html>".utf8)])
        let (model, _) = model(response)
        let error = await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        #expect(error?.kind == .invalidOutput)
    }

    @Test func `models that think in silence state it`() {
        func silence(_ model: String, _ effort: ReasoningEffort? = nil) -> Duration? {
            OpenAIModel(model).expectedSilence(
                for: ChatRequest(messages: [], options: ModelOptions(reasoningEffort: effort)))
        }
        #expect(silence("gpt-4o") == nil)
        #expect(silence("o3") == .seconds(60))
        #expect(silence("o3", .low) == .seconds(30))
        #expect(silence("gpt-5.1") == nil)
        #expect(silence("gpt-5.2-pro") == .seconds(60))
        #expect(silence("gpt-5.1", .high) == .seconds(120))
    }

    @Test(arguments: [false, true])
    func `a tool loop sends back what the model answered`(streamed: Bool) async throws {
        let call = ScriptedHTTPResponse(
            json: #"""
                {"choices": [{"message": {"content": null, "tool_calls": [{"id": "call_a", "type": "function",
                "function": {"name": "clock", "arguments": "{\"zone\": \"UTC\"}"}}, {"id": "call_b", "type": "function",
                "function": {"name": "date", "arguments": ""}}]}, "finish_reason": "tool_calls"}]}
                """#)
        let first = streamed ? ScriptedHTTPResponse(events: StreamFixture.tools.events, splitEvery: 11) : call
        let (model, transport) = model(first, answer)
        let pipeline = try Pipeline(model: model) {}
        var request = ChatRequest("What time is it?")
        let turn =
            streamed
            ? try await pipeline.streamResponse(to: request).collect() : try await pipeline.respond(to: request)
        #expect(turn.finishReason == .toolCalls)
        #expect(turn.toolCalls.map(\.arguments) == [#"{"zone": "UTC"}"#, "{}"])
        request.messages += [turn.message] + turn.toolCalls.map { .tool(ToolResult(callID: $0.id, text: "noon")) }
        _ = try await pipeline.respond(to: request)
        let messages = try JSONValue(parsing: try #require(transport.requests.last).body)["messages"]
        #expect(messages?[1]?["tool_calls"]?[1]?["id"] == "call_b")
        #expect(messages?[3]?["tool_call_id"] == "call_b")
    }
}

extension String {
    /// The text with its line breaks within a JSON string removed.
    fileprivate var replacingOccurrences: String { replacing("\\\n", with: "") }
}
