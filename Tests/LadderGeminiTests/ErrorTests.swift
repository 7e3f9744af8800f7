import ClientTestSupport
import Ladder
import LadderGemini
import LadderHTTP
import LadderTesting
import Testing

/// Every error row that concerns Gemini, through the client.
@Suite struct ErrorTests {
    static let cases = [
        ErrorCase(
            status: 429,
            body: #"""
                {"error": {"code": 429, "message": "You exceeded your current quota, please check your plan and billing details.",
                "status": "RESOURCE_EXHAUSTED", "details": [{"@type": "type.googleapis.com/google.rpc.QuotaFailure",
                "violations": [{"quotaId": "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"}]},
                {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.4s"}]}}
                """#,
            kind: .throttled(retryAfter: .milliseconds(34_400))),
        ErrorCase(
            status: 429,
            body:
                #"{"error": {"code": 429, "message": "Resource has been exhausted.", "status": "RESOURCE_EXHAUSTED"}}"#,
            kind: .throttled(retryAfter: nil)),
        ErrorCase(
            status: 429,
            body: #"{"error": {"code": 429, "message": "Resource exhausted.", "status": "RESOURCE_EXHAUSTED"}}"#,
            headers: ["Retry-After": "7"], kind: .throttled(retryAfter: .seconds(7))),
        ErrorCase(
            status: 503,
            body: #"{"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}"#,
            kind: .overloaded),
        ErrorCase(
            status: 500, body: #"{"error": {"code": 500, "message": "An internal error.", "status": "INTERNAL"}}"#,
            kind: .server),
        ErrorCase(status: 502, body: "<html>Bad gateway</html>", kind: .server),
        ErrorCase(
            status: 504,
            body: #"{"error": {"code": 504, "message": "Deadline expired.", "status": "DEADLINE_EXCEEDED"}}"#,
            kind: .server),
        ErrorCase(
            status: 400,
            body: #"""
                {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT",
                "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]}}
                """#,
            kind: .unauthorized),
        ErrorCase(
            status: 403,
            body: #"{"error": {"code": 403, "message": "Permission denied.", "status": "PERMISSION_DENIED"}}"#,
            kind: .unauthorized),
        ErrorCase(
            status: 401,
            body: #"{"error": {"code": 401, "message": "Invalid credentials.", "status": "UNAUTHENTICATED"}}"#,
            kind: .unauthorized),
        ErrorCase(
            status: 404,
            body: #"{"error": {"code": 404, "message": "models/gemini-9 is not found.", "status": "NOT_FOUND"}}"#,
            kind: .modelNotFound),
        ErrorCase(
            status: 400,
            body: #"""
                {"error": {"code": 400, "message": "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
                "status": "INVALID_ARGUMENT"}}
                """#,
            kind: .contextTooLong),
        ErrorCase(status: 413, body: "", kind: .requestTooLarge),
        ErrorCase(
            status: 400,
            body:
                #"{"error": {"code": 400, "message": "Invalid value at 'contents[0]'.", "status": "INVALID_ARGUMENT"}}"#,
            kind: .invalidRequest),
        ErrorCase(status: 200, body: #"{"promptFeedback": {"blockReason": "SAFETY"}}"#, kind: .contentFiltered),
        ErrorCase(
            status: 200, body: #"{"candidates": [{"finishReason": "SAFETY"}]}"#, kind: .contentFiltered),
        ErrorCase(status: 200, body: #"{"candidates": [{"finishReason": "STOP"}]}"#, kind: .invalidOutput),
        ErrorCase(status: 200, body: "{", kind: .invalidOutput),
        ErrorCase(status: 200, body: "", kind: .invalidOutput),
    ]

    @Test(arguments: cases)
    func `an answer that fails is classed by status and body`(sample: ErrorCase) async throws {
        let transport = ScriptedTransport([sample.response])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("secret-key"), transport: transport)
        let error = try await model.error(asking: "a secret prompt")
        #expect(error?.kind == sample.kind)
        #expect(transport.requests.count == 1)
        #expect(error.map { "\($0)".contains("secret") } == false)
    }

    @Test func `a quota of the day is exhausted until it resets`() async throws {
        let body = #"""
            {"error": {"code": 429, "message": "You exceeded your current quota.", "status": "RESOURCE_EXHAUSTED",
            "details": [{"@type": "type.googleapis.com/google.rpc.QuotaFailure",
            "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}]}}
            """#
        let transport = ScriptedTransport([ScriptedHTTPResponse(status: 429, json: body)])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: transport)
        let error = await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        #expect(error?.kind.name == "quotaExhausted")
    }

    @Test func `an error before the first content of a stream is thrown with its kind`() async throws {
        let event = Fixtures.events(
            #"{"error": {"code": 429, "message": "Slow down.", "status": "RESOURCE_EXHAUSTED"}}"#)
        let transport = ScriptedTransport([ScriptedHTTPResponse(events: event)])
        let model = GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: transport)
        let error = await #expect(throws: ChatError.self) {
            try await Pipeline(model: model) {}.streamResponse(to: "Hi")
        }
        #expect(error?.kind == .throttled(retryAfter: nil))
    }

    @Test func `a parameter that the model refuses is left out from then on, with one more attempt`() async throws {
        let refusal = #"""
            {"error": {"code": 400, "message": "Thinking level is not supported for this model.", "status": "INVALID_ARGUMENT"}}
            """#
        let transport = ScriptedTransport([
            ScriptedHTTPResponse(status: 400, json: refusal),
            ScriptedHTTPResponse(json: Fixtures.answer(["text": "a"])),
        ])
        let model = GeminiModel("gemini-3-flash-preview", key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) {}
        var request = ChatRequest("Hi")
        request.options.reasoningEffort = .low
        let response = try await pipeline.respond(to: request)
        #expect(transport.requests.count == 2)
        #expect(response.trace.description.contains("the provider refuses thinkingLevel"))
        _ = try await pipeline.respond(to: request)
        let configs = try transport.bodies.map { $0["generationConfig"]?["thinkingConfig"] }
        #expect(
            configs == [
                ["includeThoughts": true, "thinkingLevel": "LOW"], ["includeThoughts": true], ["includeThoughts": true],
            ])
    }
}
