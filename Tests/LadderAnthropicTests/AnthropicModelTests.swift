import ClientTestSupport
import Ladder
import LadderHTTP
import LadderJSON
import LadderTesting
import Testing

@testable import LadderAnthropic

private let answerJSON = #"""
    {"content":[{"type":"text","text":"Hello"}],"stop_reason":"end_turn",
    "usage":{"input_tokens":3,"output_tokens":4}}
    """#
private let answer = ScriptedHTTPResponse(json: answerJSON)
private let cleanStream = StreamFixture.text.bytes

struct AnthropicModelTests {
    private func model(
        _ responses: ScriptedHTTPResponse..., name: String = "claude-sonnet-4-5"
    ) -> (AnthropicModel, ScriptedTransport) {
        let transport = ScriptedTransport(responses)
        return (AnthropicModel(name, key: APIKey("secret-key"), transport: transport), transport)
    }

    @Test func `a whole answer comes through a pipeline`() async throws {
        let (model, transport) = model(answer)
        let response = try await Pipeline(model: model) {}.respond(to: "Hi")
        #expect(response.content == "Hello")
        #expect(response.usage == Usage(inputTokens: 3, outputTokens: 4))
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://api.anthropic.com/v1/messages")
        #expect(request.headers["x-api-key"] == "secret-key")
        #expect(request.headers["anthropic-version"] == "2023-06-01")
        #expect(request.headers["authorization"] == nil)
    }

    @Test func `a streamed answer comes through a pipeline`() async throws {
        let (model, transport) = model(ScriptedHTTPResponse(events: cleanStream, splitEvery: 7))
        let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi")
        let response = try await stream.collect()
        #expect(response.content == "Grüße, 🌍!")
        #expect(response.usage.inputTokens == 155)
        let body = try JSONValue(parsing: try #require(transport.requests.first).body)
        #expect(body["stream"] == true)
    }

    @Test(arguments: ["https://gate.example", "https://gate.example/", "https://gate.example/v1/"])
    func `a gateway gets a bearer token, its own header fields and one version in its path`(url: String) async throws {
        let transport = ScriptedTransport([answer])
        let model = AnthropicModel(
            "claude", key: APIKey("token"), baseURL: url, sendsBearerToken: true,
            headers: ["anthropic-beta": "context-1m-2025-08-07"], transport: transport)
        _ = try await Pipeline(model: model) {}.respond(to: "Hi")
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://gate.example/v1/messages")
        #expect(request.headers["authorization"] == "Bearer token")
        #expect(request.headers["x-api-key"] == nil)
        #expect(request.headers["anthropic-beta"] == "context-1m-2025-08-07")
    }

    @Test func `a parameter that the provider refuses is left out, and the model is asked once more`() async throws {
        let refusal = ScriptedHTTPResponse(
            status: 400,
            json: #"""
                {"type":"error","error":{"type":"invalid_request_error",
                "message":"`temperature` is deprecated for this model."}}
                """#)
        let (model, transport) = model(refusal, answer, name: "our-claude")
        let request = question(ModelOptions(temperature: 0.5))
        let response = try await Pipeline(model: model) {}.respond(to: request)
        #expect(response.content == "Hello")
        #expect(response.attempts.count == 2)
        let bodies = try transport.requests.map { try JSONValue(parsing: $0.body) }
        #expect(bodies.map { $0["temperature"] } == [0.5, nil])
    }

    @Test func `rate limits and the request's id are there at the first content`() async throws {
        let response = ScriptedHTTPResponse(
            headers: [
                "content-type": "text/event-stream", "request-id": "req_7",
                "anthropic-ratelimit-requests-limit": "50", "anthropic-ratelimit-requests-remaining": "49",
            ],
            pieces: [Array(cleanStream.utf8)])
        let (model, _) = model(response)
        let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi")
        #expect(stream.metadata?.requestID == "req_7")
        #expect(stream.metadata?.rateLimits.first?.remaining == 49)
        let whole = try await stream.collect()
        #expect(whole.metadata?.requestID == "req_7")
        #expect(whole.metadata?.raw["stop_reason"] == "end_turn")
    }

    @Test func `a refusal without text is a filter`() async throws {
        let (model, _) = model(
            ScriptedHTTPResponse(json: #"{"content":[],"stop_reason":"refusal","usage":{"output_tokens":1}}"#))
        await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        let (streaming, _) = self.model(ScriptedHTTPResponse(events: StreamFixture.refusal.bytes))
        let error = await #expect(throws: ChatError.self) {
            try await Pipeline(model: streaming) {}.streamResponse(to: "Hi")
        }
        #expect(error?.kind == .contentFiltered)
    }

    @Test func `a cut stream is partial, and its usage is an estimate`() async throws {
        let (model, _) = model(ScriptedHTTPResponse(events: StreamFixture.cutText.bytes))
        let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi")
        let response = try await stream.collect()
        #expect(response.finishReason.isPartial)
        #expect(response.usage.isEstimated)
    }

    @Test func `no error and no description names the key or the prompt`() async throws {
        let (model, transport) = model(
            ScriptedHTTPResponse(
                status: 400,
                json: #"{"type":"error","error":{"type":"invalid_request_error","message":"secret prompt"}}"#))
        let error = await #expect(throws: ChatError.self) {
            try await Pipeline(model: model) {}.respond(to: "secret prompt")
        }
        let texts = ["\(try #require(error))", "\(model)", "\(transport.requests[0])"]
        #expect(texts.allSatisfy { !$0.contains("secret") })
    }

    @Test func `the model keeps the contract of models`() throws {
        try checkModel {
            AnthropicModel(
                "claude", key: APIKey("k"),
                transport: WholeOrStreamed(whole: answerJSON, events: StreamFixture.tools.bytes, splitEvery: 50))
        }
    }

    @Test func `thinking keeps the first-token limit away`() throws {
        let simulation = Simulation(seed: 1)
        let transport = ScriptedTransport(
            [ScriptedHTTPResponse(events: StreamFixture.thinking.bytes, splitEvery: 160, pause: .seconds(1))],
            on: simulation.runtime)
        let model = AnthropicModel("claude-3-unknown", key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) { Timeout(firstToken: .seconds(4)) }.running(on: simulation)
        let text = try simulation.run { try await pipeline.streamResponse(to: "Hi").collect().content }
        #expect(text == "Four.")
        #expect(simulation.now.sinceOrigin > .seconds(6))
    }
}
