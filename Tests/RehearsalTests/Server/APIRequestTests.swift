import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct APIRequestTests {
    private static let full = """
        {
            "model": "large", "stream": true, "stream_options": {"include_usage": true}, "user": "ann",
            "messages": [
                {"role": "developer", "content": "Be brief."},
                {"role": "user", "content": [
                    {"type": "text", "text": "What is this?"},
                    {"type": "image_url", "image_url": {"url": "https://a.example/b.png", "detail": "low"}},
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AQID"}}
                ]},
                {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "c1", "type": "function", "function": {"name": "look", "arguments": "{\\"at\\": 1}"}}
                ]},
                {"role": "tool", "tool_call_id": "c1", "content": "a tent"}
            ],
            "tools": [{"type": "function", "function": {
                "name": "look", "description": "Looks.", "parameters": {"type": "object", "properties": {"z": {}, "a": {}}}
            }}],
            "tool_choice": {"type": "function", "function": {"name": "look"}},
            "response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}, "strict": true}},
            "temperature": 0.5, "top_p": 1, "max_completion_tokens": 20, "stop": "END", "seed": 3,
            "reasoning_effort": "low", "metadata": {"tenant": "t", "page": "home"},
            "logit_bias": {"5": 1}, "service_tier": null
        }
        """

    @Test func `every field of a request is read`() throws {
        let asked = try APIRequest(parsing: Array(Self.full.utf8), models: ["large", "small"])
        let request = asked.request
        #expect(request.model == "large")
        #expect(request.messages.map(\.role) == [.system, .user, .assistant, .tool])
        #expect(
            request.messages[1].content == [
                .text("What is this?"), .image(.url("https://a.example/b.png")),
                .image(.data([1, 2, 3], mediaType: "image/png")),
            ])
        #expect(request.messages[2].content == [.toolCall(ToolCall(id: "c1", name: "look", arguments: #"{"at": 1}"#))])
        #expect(request.messages[3] == .tool(ToolResult(callID: "c1", text: "a tent")))
        #expect(request.tools.first?.parameters["properties"]?.keys == ["z", "a"])
        #expect(request.options.toolChoice == .tool("look"))
        #expect(request.responseFormat == .jsonSchema(name: "n", schema: ["type": "object"], strict: true))
        #expect(request.options.temperature == 0.5)
        #expect(request.options.topP == 1)
        #expect(request.options.maximumResponseTokens == 20)
        #expect(request.options.stopSequences == ["END"])
        #expect(request.options.seed == 3)
        #expect(request.options.reasoningEffort == .low)
        #expect(request.options.extra[.openAI] == ["logit_bias": ["5": 1]])
        #expect(asked.scope == CallScope(tenant: "t", user: "ann", tags: ["page": "home"]))
        #expect(asked.isStreamed && asked.includesUsage)
    }

    @Test func `a model that the pipeline does not know is replaced by its first`() throws {
        let body = Array(#"{"model": "gpt-9", "messages": [{"role": "user", "content": "hi"}]}"#.utf8)
        let asked = try APIRequest(parsing: body, models: ["large", "small"])
        #expect(asked.request.model == "large")
        #expect(asked.wantedModel == "gpt-9")
    }

    @Test(arguments: [
        ("", nil), ("[]", nil), ("{", nil), ("{}", "messages"), (#"{"messages": []}"#, "messages"),
        (#"{"messages": "hi"}"#, "messages"), (#"{"messages": [1]}"#, "messages[0]"),
        (#"{"messages": [{}]}"#, "messages[0].role"), (#"{"messages": [{"role": "boss"}]}"#, "messages[0].role"),
        (#"{"messages": [{"role": "user"}]}"#, "messages[0].content"),
        (#"{"messages": [{"role": "user", "content": 1}]}"#, "messages[0].content"),
        (#"{"messages": [{"role": "user", "content": [{"type": "video"}]}]}"#, "messages[0].content[0].type"),
        (
            #"{"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:x"}}]}]}"#,
            "messages[0].content[0].image_url.url"
        ),
        (#"{"messages": [{"role": "tool", "content": "x"}]}"#, "messages[0].tool_call_id"),
        (
            #"{"messages": [{"role": "assistant", "tool_calls": [{"id": "a"}]}]}"#,
            "messages[0].tool_calls[0].function"
        ),
    ])
    func `a wrong field is named`(body: String, param: String?) {
        #expect(failure(of: body)?.status == 400)
        #expect(failure(of: body)?.param == param)
    }

    @Test(arguments: [
        (#""temperature": "hot""#, "temperature"), (#""max_tokens": 0"#, "max_tokens"),
        (#""max_tokens": 1.5"#, "max_tokens"), (#""max_tokens": 1e300"#, "max_tokens"), (#""stop": [1]"#, "stop"),
        (#""seed": "x""#, "seed"), (#""stream": 1"#, "stream"), (#""n": 2"#, "n"), (#""user": 5"#, "user"),
        (#""tools": [{"type": "web"}]"#, "tools[0].type"), (#""tools": [{"type": "function"}]"#, "tools[0].function"),
        (#""tool_choice": "maybe""#, "tool_choice"), (#""response_format": {"type": "xml"}"#, "response_format.type"),
        (#""response_format": {"type": "json_schema"}"#, "response_format.json_schema"),
        (#""metadata": {"a": 1}"#, "metadata.a"), (#""model": 7"#, "model"),
    ])
    func `a wrong option is named`(option: String, param: String) {
        let body = #"{"messages": [{"role": "user", "content": "hi"}], \#(option)}"#
        #expect(failure(of: body)?.param == param)
    }

    @Test func `no body makes the reader trap`() {
        var random = SeededRandom(seed: 4)
        let pieces = [#""tools":[]"#, #""messages":"#, "null", "[]", "{}", "1e999", "-0", #""""#, ",", "[{}]"]
        var failures = 0
        for _ in 0..<4_000 {
            var bytes = Array(Self.full.utf8)
            for _ in 0...Int(random.uniform() * 4) {
                let place = Int(random.uniform() * Double(bytes.count))
                switch Int(random.uniform() * 4) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: Int(random.uniform() * 256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + Int(random.uniform() * 40)))
                case 2:
                    bytes.insert(contentsOf: pieces[Int(random.uniform() * Double(pieces.count))].utf8, at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(80), at: place)
                }
            }
            if failure(of: String(decoding: bytes, as: UTF8.self)) != nil { failures += 1 }
        }
        #expect(failures > 2_000)
    }

    @Test func `repeated keys do not confuse tools and their schemas`() throws {
        let tool = #"{"type": "function", "function": {"name": "a", "parameters": {"type": "object"}}}"#
        let body = """
            {"messages": [{"role": "user", "content": "hi"}], "tools": [], "tools": [\(tool), \(tool)]}
            """
        let asked = try APIRequest(parsing: Array(body.utf8))
        #expect(asked.request.tools.count == 2)
    }

    private func failure(of body: String) -> APIFailure? {
        do throws(APIFailure) {
            _ = try APIRequest(parsing: Array(body.utf8))
            return nil
        } catch {
            return error
        }
    }
}
