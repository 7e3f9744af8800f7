import ClientTestSupport
import Ladder
import LadderGemini
import LadderHTTP
import LadderJSON
import LadderTesting
import Testing

@Suite struct ModelTests {
    @Test(arguments: [true, false])
    func `the model keeps the contract of models`(answersInPieces: Bool) throws {
        try checkModel {
            GeminiModel(
                "gemini-2.5-flash", key: APIKey("k"),
                transport: WholeOrStreamed(
                    whole: Fixtures.answer(["text": "one two three"]), events: Fixtures.thinking,
                    splitEvery: answersInPieces ? 40 : .max))
        }
    }

    @Test func `the key is in its header and nowhere else`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Fixtures.answer(["text": "Hello"]))])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("secret-key"), transport: transport)
        let response = try await Pipeline(model: model) {}.respond(to: "Hi")
        #expect(response.content == "Hello")
        let request = try #require(transport.requests.first)
        #expect(
            request.url == "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent")
        #expect(request.headers["x-goog-api-key"] == "secret-key")
        #expect(request.headers["authorization"] == nil)
        #expect(!"\(request) \(response.trace) \(model)".contains("secret-key"))
    }

    @Test func `a streamed request asks for server-sent events`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(events: Fixtures.text)])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: transport)
        let response = try await Pipeline(model: model) {}.streamResponse(to: "Hi").collect()
        #expect(response.content == "The sky is blue: ☀️ Rayleigh.")
        #expect(response.metadata?.requestID == "r-1")
        #expect(transport.requests[0].url.hasSuffix(":streamGenerateContent?alt=sse"))
        #expect(transport.requests[0].headers["accept"] == "text/event-stream")
    }

    @Test(arguments: [
        ("https://proxy.example.com/", "https://proxy.example.com/v1beta/models/m:generateContent", false),
        ("http://localhost:8080/gemini/v1", "http://localhost:8080/gemini/v1/models/m:generateContent", false),
        (
            "https://us-east4-aiplatform.googleapis.com/v1/projects/p/locations/us-east4/publishers/google",
            "https://us-east4-aiplatform.googleapis.com/v1/projects/p/locations/us-east4/publishers/google/models/m:generateContent",
            true
        ),
        (
            "https://aiplatform.googleapis.com.example.com",
            "https://aiplatform.googleapis.com.example.com/v1beta/models/m:generateContent", false
        ),
    ])
    func `the base URL decides path and key field`(baseURL: String, url: String, isBearer: Bool) async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Fixtures.answer(["text": "a"]))])
        let model = GeminiModel("m", key: APIKey("token"), baseURL: baseURL, transport: transport)
        _ = try await Pipeline(model: model) {}.respond(to: "Hi")
        let request = transport.requests[0]
        #expect(request.url == url)
        #expect(request.headers["authorization"] == (isBearer ? "Bearer token" : nil))
        #expect(request.headers["x-goog-api-key"] == (isBearer ? nil : "token"))
    }

    @Test func `a model of Vertex AI is asked in its project and region`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Fixtures.answer(["text": "a"]))])
        let model = GeminiModel.vertex("m", project: "p", token: APIKey("token"), transport: transport)
        _ = try await Pipeline(model: model) {}.respond(to: "Hi")
        #expect(
            transport.requests[0].url
                == "https://aiplatform.googleapis.com/v1/projects/p/locations/global/publishers/google/models/m:generateContent"
        )
        #expect(transport.requests[0].headers["authorization"] == "Bearer token")
    }

    @Test func `a name cannot change path or query`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Fixtures.answer(["text": "a"]))])
        let model = GeminiModel("m?key=x#é", key: APIKey("k"), transport: transport)
        _ = try await Pipeline(model: model) {}.respond(to: "Hi")
        #expect(transport.requests[0].url.hasSuffix("/models/m%3Fkey%3Dx%23%C3%A9:generateContent"))
    }

    @Test func `a reader that leaves closes the connection`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(events: Fixtures.text, splitEvery: 100)])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: transport)
        do {
            let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi")
            #expect(stream.fallbackLevel == .primary)
            #expect(transport.openBodies == 1)
        }
        #expect(transport.openBodies == 0)
    }

    @Test func `a cut stream reaches its reader as partial`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(events: Fixtures.cut)])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: transport)
        let response = try await Pipeline(model: model) {}.streamResponse(to: "Hi").collect()
        #expect(response.content == "The sky is")
        #expect(response.finishReason == .partial(.error(.server)))
        #expect(response.usage.isEstimated)
    }

    @Test func `thoughts keep a slow answer within the first-token limit`() throws {
        let simulation = Simulation(seed: 1)
        let thoughts = (0..<12).map {
            #"data: {"candidates": [{"content": {"parts": [{"thought": true, "text": "\#($0)"}]}}]}"# + "\r\n\r\n"
        }
        let pieces = (thoughts + [Fixtures.text]).map { Array($0.utf8) }
        let transport = ScriptedTransport(
            [ScriptedHTTPResponse(headers: ["content-type": "text/event-stream"], pieces: pieces, pause: .seconds(4))],
            on: simulation.runtime)
        let model = GeminiModel("gemini-2.5-pro", key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) {
            Timeout(firstToken: .seconds(5), silence: .seconds(5), total: .seconds(60), allowsSilentThinking: false)
        }.running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "Hi") }
        #expect(response.content == "The sky is blue: ☀️ Rayleigh.")
        #expect(response.message.content.reasoning.map(\.text) == ["01234567891011"])
    }

    @Test(arguments: [
        ("gemini-2.0-flash", true, nil, nil), ("gemini-2.5-pro", true, nil, Duration.seconds(20)),
        ("gemini-2.5-pro", false, nil, .seconds(120)), ("gemini-2.5-flash", false, ReasoningEffort.none, nil),
        ("gemini-2.5-flash-lite", false, nil, nil), ("gemini-2.5-flash-lite", false, .high, .seconds(120)),
        ("gemini-3-pro-preview", false, ReasoningEffort.none, .seconds(120)), ("tuned", false, .high, nil),
    ])
    func `a model that thinks states how long it may be silent`(
        name: String, showsThoughts: Bool, effort: ReasoningEffort?, silence: Duration?
    ) {
        var request = ChatRequest("Hi")
        request.options.reasoningEffort = effort
        #expect(GeminiModel(name, showsThoughts: showsThoughts).expectedSilence(for: request) == silence)
    }
}
