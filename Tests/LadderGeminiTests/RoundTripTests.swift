import Ladder
import LadderGemini
import LadderHTTP
import LadderTesting
import Testing

@Suite struct RoundTripTests {
    private static let tools = [
        ToolDefinition(
            name: "weather", description: "The weather of a city.",
            parameters: ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]]),
        ToolDefinition(name: "clock", description: "The time.", parameters: ["type": "object"]),
    ]

    /// Asks, answers the tool calls in another order, and asks again. Returns the contents of the second request.
    private func loop(
        model name: String, first: ScriptedHTTPResponse, streamed: Bool
    ) async throws -> [JSONValue] {
        let transport = ScriptedTransport([first, ScriptedHTTPResponse(json: Fixtures.answer(["text": "Rain."]))])
        let model = GeminiModel(name, key: APIKey("k"), transport: transport)
        let pipeline = try Pipeline(model: model) {}
        var request = ChatRequest(messages: [.user("Weather in Köln and Bonn, and the time?")], tools: Self.tools)
        let response =
            streamed
            ? try await pipeline.streamResponse(to: request).collect() : try await pipeline.respond(to: request)
        request.messages.append(response.message)
        for call in response.message.content.toolCalls.reversed() {
            request.messages.append(.tool(ToolResult(callID: call.id, text: "result of \(call.arguments)")))
        }
        #expect(try await pipeline.respond(to: request).content == "Rain.")
        return try #require(transport.bodies.last?["contents"]?.array)
    }

    @Test(arguments: [true, false])
    func `a tool loop sends thoughts, signatures and results back in the order of the calls`(
        streamed: Bool
    ) async throws {
        let events = Fixtures.tools.split(separator: "\r\n\r\n").map { $0.dropFirst("data: ".count) }
        let contents = try await loop(
            model: "gemini-3-flash-preview",
            first: streamed
                ? ScriptedHTTPResponse(events: Fixtures.tools, splitEvery: 7)
                : ScriptedHTTPResponse(json: "[\(events.joined(separator: ","))]"),
            streamed: streamed)
        #expect(
            contents == [
                ["role": "user", "parts": [["text": "Weather in Köln and Bonn, and the time?"]]],
                [
                    "role": "model",
                    "parts": [
                        ["text": "Two cities.", "thought": true],
                        [
                            "functionCall": ["name": "weather", "args": ["city": "Köln"]],
                            "thoughtSignature": "dGhvdWdodA==",
                        ],
                        ["functionCall": ["name": "weather", "args": ["city": "Bonn"]]],
                        ["functionCall": ["name": "clock", "args": [:]]],
                    ],
                ],
                [
                    "role": "user",
                    "parts": [
                        Self.result("weather", #"result of {"city":"Köln"}"#),
                        Self.result("weather", #"result of {"city":"Bonn"}"#), Self.result("clock", "result of {}"),
                    ],
                ],
            ])
    }

    private static func result(_ name: String, _ text: String) -> JSONValue {
        ["functionResponse": ["name": .string(name), "response": ["output": .string(text)]]]
    }

    @Test func `the signature of a text goes back with that text`() async throws {
        let transport = ScriptedTransport([
            ScriptedHTTPResponse(json: Fixtures.answer(["text": "42", "thoughtSignature": "c2ln"])),
            ScriptedHTTPResponse(json: Fixtures.answer(["text": "Yes."])),
        ])
        let pipeline = try Pipeline(model: GeminiModel("gemini-3-pro", key: APIKey("k"), transport: transport)) {}
        let response = try await pipeline.respond(to: "6 × 7?")
        let messages = [.user("6 × 7?"), response.message, .user("Sure?")]
        _ = try await pipeline.respond(to: ChatRequest(messages: messages))
        #expect(
            try transport.bodies[1]["contents"]?[1]?["parts"] == [["text": "42", "thoughtSignature": "c2ln"]])
    }

    @Test func `a tool loop that another provider began goes on without its reasoning`() async throws {
        let call = ToolCall(
            id: "toolu_1", name: "clock", arguments: "{}",
            signature: ModelSignature(bytes: [1], model: "claude-sonnet-4-5"))
        let answer = ChatMessage(
            role: .assistant,
            content: [
                .reasoning(ReasoningContent(text: "Hm", opaqueBytes: [2], model: "claude-sonnet-4-5")),
                .toolCall(call),
            ])
        let request = ChatRequest(
            messages: [.user("Time?"), answer, .tool(ToolResult(callID: "toolu_1", text: "noon"))], tools: Self.tools)
        for (name, signature) in [("gemini-3-pro", "skip_thought_signature_validator"), ("gemini-2.5-pro", nil)] {
            let transport = ScriptedTransport([ScriptedHTTPResponse(json: Fixtures.answer(["text": "Noon."]))])
            let pipeline = try Pipeline(model: GeminiModel(name, key: APIKey("k"), transport: transport)) {}
            _ = try await pipeline.respond(to: request)
            let contents = try #require(try transport.bodies[0]["contents"])
            var part: [String: JSONValue] = ["functionCall": ["id": "toolu_1", "name": "clock", "args": [:]]]
            part["thoughtSignature"] = signature.map { .string($0) }
            #expect(contents[1]?["parts"] == [.object(part)])
            #expect(contents[2]?["parts"]?[0]?["functionResponse"]?["id"] == "toolu_1")
        }
    }

    @Test func `a stream that was cut in a tool loop is answered again from the same conversation`() async throws {
        let cut = Fixtures.tools.split(separator: "\r\n\r\n")[0] + "\r\n\r\n"
        let transport = ScriptedTransport([
            ScriptedHTTPResponse(events: String(cut)), ScriptedHTTPResponse(events: Fixtures.tools),
        ])
        let model = GeminiModel("gemini-3-flash-preview", key: APIKey("k"), transport: transport)
        let simulation = Simulation(seed: 3)
        let pipeline = try Pipeline(model: model) { Retry() }.running(on: simulation)
        let request = ChatRequest(messages: [.user("Hi")], tools: Self.tools)
        let response = try simulation.run { try await pipeline.streamResponse(to: request).collect() }
        #expect(response.message.content.toolCalls.map(\.id) == ["gemini_call_1", "gemini_call_2", "gemini_call_3"])
        #expect(try transport.bodies[0] == transport.bodies[1])
    }
}
