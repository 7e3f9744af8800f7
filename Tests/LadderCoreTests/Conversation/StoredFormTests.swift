import Foundation
import LadderJSON
import LadderTesting
import Testing

@testable import LadderCore

@Suite struct StoredFormTests {
    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func expectRoundTrip<Value: Codable & Equatable>(_ value: Value, seed: UInt64) throws {
        let encoded = try JSONEncoder().encode(value)
        let decoded = try JSONDecoder().decode(Value.self, from: encoded)
        #expect(decoded == value, "seed \(seed): \(String(decoding: encoded, as: UTF8.self))")
        #expect(try text(decoded) == text(value), "seed \(seed)")
    }

    @Test func `generated requests are equal after a round trip`() throws {
        for seed in 0..<300 as Range<UInt64> {
            var conversation = RandomConversation(seed: seed)
            try expectRoundTrip(conversation.request(), seed: seed)
        }
    }

    @Test func `generated answers are equal after a round trip`() throws {
        for seed in 0..<300 as Range<UInt64> {
            var conversation = RandomConversation(seed: seed)
            try expectRoundTrip(conversation.completion(), seed: seed)
            try expectRoundTrip([conversation.kind(), conversation.kind()], seed: seed)
        }
    }

    @Test func `strategies for snake case change no value`() throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        for seed in 0..<100 as Range<UInt64> {
            var conversation = RandomConversation(seed: seed)
            let request = conversation.request()
            #expect(try decoder.decode(ChatRequest.self, from: encoder.encode(request)) == request, "seed \(seed)")
            let completion = conversation.completion()
            #expect(try decoder.decode(Completion.self, from: encoder.encode(completion)) == completion, "seed \(seed)")
        }
    }

    @Test func `levels and roles are encoded by their stable names`() throws {
        #expect(
            try text(FallbackLevel.allCases) == """
                ["primary","exactCache","semanticCache","fallbackModel","staleCache","staticFAQ","apology"]
                """)
        #expect(try text(ChatMessage.Role.allCases) == #"["system","user","assistant","tool"]"#)
    }

    /// A request with one value of every kind, and its stored form: what another process, or an older version, wrote.
    private static let request = ChatRequest(
        model: "claude",
        messages: [
            .system("Be brief."),
            ChatMessage(
                role: .user,
                content: [
                    .text("Look:"), .image(.url("https://example.com/a.png")),
                    .image(.data([0xFF, 0xD8], mediaType: "image/jpeg")),
                    .file(FileContent(data: [1, 2, 3], mediaType: "application/pdf", name: "a.pdf")),
                    .file(FileContent(url: "https://example.com/b.wav", mediaType: "audio/wav")),
                ]),
            ChatMessage(
                role: .assistant,
                content: [
                    .reasoning(ReasoningContent(text: "Hm.", opaqueBytes: [0, 255], model: "claude")),
                    .toolCall(
                        ToolCall(
                            id: "1", name: "weather", arguments: #"{"b": 1.0, "a": 2}"#,
                            signature: ModelSignature(bytes: [7], model: "claude"))),
                ]),
            .tool(ToolResult(callID: "1", text: "no such city", isError: true)),
        ],
        options: {
            var options = ModelOptions(
                temperature: 1, maximumResponseTokens: 20, stopSequences: ["\n"], reasoningEffort: .low,
                toolChoice: .tool("weather"), extra: ["z": 1.0, "a": 1])
            options.extra[.anthropic] = ["thinking": ["type": "enabled"]]
            return options
        }(),
        tools: [
            ToolDefinition(
                name: "weather", description: "The weather.",
                parameters: ["type": "object", "properties": ["b": ["minimum": 1.0], "a": [:]]])
        ],
        responseFormat: .jsonSchema(name: "answer", schema: ["type": "object"], strict: true))

    private static let storedRequest = """
        {"messages":[{"content":[{"text":"Be brief.","type":"text"}],"role":"system"},\
        {"content":[{"text":"Look:","type":"text"},{"type":"image","url":"https://example.com/a.png"},\
        {"data":"/9g=","mediaType":"image/jpeg","type":"image"},\
        {"data":"AQID","mediaType":"application/pdf","name":"a.pdf","type":"file"},\
        {"mediaType":"audio/wav","type":"file","url":"https://example.com/b.wav"}],"role":"user"},\
        {"content":[{"model":"claude","opaqueBytes":"AP8=","text":"Hm.","type":"reasoning"},\
        {"arguments":"{\\"b\\": 1.0, \\"a\\": 2}","id":"1","name":"weather",\
        "signature":{"bytes":"Bw==","model":"claude"},"type":"toolCall"}],"role":"assistant"},\
        {"content":[{"callId":"1","content":[{"text":"no such city","type":"text"}],"isError":true,\
        "type":"toolResult"}],"role":"tool"}],"model":"claude",\
        "options":{"extra":{"bound":{"anthropic":"{\\"thinking\\":{\\"type\\":\\"enabled\\"}}"},\
        "shared":"{\\"a\\":1,\\"z\\":1.0}"},"maximumResponseTokens":20,"reasoningEffort":"low",\
        "stopSequences":["\\n"],"temperature":1,"toolChoice":{"name":"weather","type":"tool"}},\
        "responseFormat":{"name":"answer","schema":"{\\"type\\":\\"object\\"}","strict":true,"type":"jsonSchema"},\
        "tools":[{"description":"The weather.","name":"weather",\
        "parameters":"{\\"type\\":\\"object\\",\\"properties\\":{\\"b\\":{\\"minimum\\":1.0},\\"a\\":{}}}"}]}
        """

    @Test func `a stored request is read and written as any process writes it`() throws {
        #expect(try JSONDecoder().decode(ChatRequest.self, from: Data(Self.storedRequest.utf8)) == Self.request)
        #expect(try text(Self.request) == Self.storedRequest)
    }

    private static let completion = Completion(
        content: [.text("It rai")],
        finishReason: .partial(.error(.throttled(retryAfter: .milliseconds(1_500)))),
        usage: Usage(inputTokens: 9, outputTokens: 3, isEstimated: true),
        metadata: ReplyMetadata(
            requestID: "r-1",
            rateLimits: [
                RateLimit(name: "requests", limit: 10, remaining: 9, resets: WallTime(secondsSince1970: 1_800_000_000))
            ], raw: ["b": 1.0, "a": nil]))

    private static let storedCompletion = """
        {"content":[{"text":"It rai","type":"text"}],\
        "finishReason":{"cut":{"kind":{"retryAfter":"1.5","type":"throttled"},"type":"error"},"type":"partial"},\
        "metadata":{"rateLimits":[{"limit":10,"name":"requests","remaining":9,"resets":1800000000000000000}],\
        "raw":"{\\"a\\":null,\\"b\\":1.0}","requestId":"r-1"},\
        "usage":{"inputTokens":9,"isEstimated":true,"outputTokens":3}}
        """

    @Test func `a stored answer is read and written as any process writes it`() throws {
        #expect(try JSONDecoder().decode(Completion.self, from: Data(Self.storedCompletion.utf8)) == Self.completion)
        #expect(try text(Self.completion) == Self.storedCompletion)
    }

    @Test func `missing keys have their defaults and unknown keys are ignored`() throws {
        func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
            try JSONDecoder().decode(type, from: Data(text.utf8))
        }
        #expect(
            try decode(ChatRequest.self, #"{"messages": [], "tools": null, "new": {}}"#) == ChatRequest(messages: []))
        #expect(try decode(ModelOptions.self, #"{"new": 1, "extra": {}}"#) == ModelOptions())
        #expect(
            try decode(Completion.self, #"{"content": [{"type": "text", "text": "a", "new": 1}]}"#) == Completion("a"))
        #expect(try decode(Usage.self, #"{"outputTokens": 2}"#) == Usage(outputTokens: 2))
        #expect(
            try decode(ContentPart.self, #"{"type": "reasoning", "model": "m"}"#)
                == .reasoning(ReasoningContent(model: "m")))
        #expect(try decode(ReplyMetadata.self, "{}") == ReplyMetadata())
        #expect(try decode(ChatError.Kind.self, #"{"type": "throttled"}"#) == .throttled(retryAfter: nil))
    }

    @Test(arguments: [
        #"{"content": [{"type": "hologram"}]}"#, #"{"content": [{"text": "a"}]}"#,
        #"{"content": [{"type": "image", "data": "?", "mediaType": "a"}]}"#,
        #"{"content": [], "finishReason": {"type": "bored"}}"#, #"{"content": [], "metadata": {"raw": "[1]"}}"#,
        #"{"content": [], "finishReason": {"type": "partial", "cut": {"type": "error", "kind": {"type": "odd"}}}}"#,
    ])
    func `what cannot be understood is an error`(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Completion.self, from: Data(text.utf8)) }
    }

    @Test(arguments: [
        (Duration.zero, "0"), (.seconds(2), "2"), (.milliseconds(1_500), "1.5"), (.milliseconds(-1_500), "-1.5"),
        (.milliseconds(-5), "-0.005"), (Duration(attoseconds: 1), "0.000000000000000001"),
        (
            Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999),
            "9223372036854775807.999999999999999999"
        ),
        (Duration(attoseconds: .max), "170141183460469231731.687303715884105727"),
        (Duration(attoseconds: .min), "-170141183460469231731.687303715884105728"),
    ])
    func `durations are exact seconds`(duration: Duration, text: String) {
        #expect(EncodedSeconds(duration).text == text)
        #expect(EncodedSeconds(text)?.duration == duration)
    }

    @Test(arguments: ["", "-", ".", "1.", "--1", "+1", "1.2.3", "1e3", "0.0000000000000000001", " 1", "nan", "１"])
    func `text that is no number of seconds is refused`(text: String) {
        #expect(EncodedSeconds(text) == nil)
    }

    @Test func `absurdly many seconds are refused`() {
        #expect(EncodedSeconds(String(repeating: "9", count: 30)) == nil)
        #expect(EncodedSeconds(String(repeating: "9", count: 100)) == nil)
    }
}
