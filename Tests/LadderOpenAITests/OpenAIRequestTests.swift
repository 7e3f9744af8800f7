import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderOpenAI

@Suite struct OpenAIRequestTests {
    private func written(
        _ request: ChatRequest, for modelID: String = "gpt-4o", server: OpenAIServer = .openAI, streamed: Bool = false,
        omitted: Set<String> = []
    ) throws -> WrittenRequest {
        try OpenAIFormat(server: server)
            .write(ProviderRequest(request, modelID: modelID, isStreamed: streamed, omitted: omitted))
    }

    private func question(_ options: ModelOptions = ModelOptions(), tools: [ToolDefinition] = []) -> ChatRequest {
        ChatRequest(messages: [.user("Hi")], options: options, tools: tools)
    }

    @Test func `a conversation is written role by role`() throws {
        let call = ToolCall(id: "call_1", name: "clock", arguments: "")
        let body = try written(
            ChatRequest(messages: [
                .system("Be short."), .user("What time is it?"),
                ChatMessage(role: .assistant, content: [.toolCall(call)]),
                .tool(ToolResult(callID: "call_1", text: "noon")),
                .tool(ToolResult(callID: "x", text: "no", isError: true)),
            ])
        ).body
        let messages = try #require(body["messages"]?.array)
        #expect(messages.map { $0["role"]?.string } == ["system", "user", "assistant", "tool", "tool"])
        #expect(messages[2]["content"] == .null)
        #expect(messages[2]["tool_calls"]?[0]?["function"] == ["name": "clock", "arguments": "{}"])
        #expect(messages[3]["tool_call_id"] == "call_1")
        #expect(messages[4]["content"] == "Error: no")
    }

    @Test func `pictures, sound and files are parts of the user's message`() throws {
        let body = try written(
            ChatRequest(messages: [
                ChatMessage(
                    role: .user,
                    content: [
                        .text("Look: "), .image(.url("https://x.test/a.png")),
                        .image(.data([1, 2, 3], mediaType: "image/png")),
                        .file(FileContent(data: [37], mediaType: "application/pdf", name: "a.pdf")),
                        .file(FileContent(data: [1], mediaType: "audio/wav")),
                        .file(FileContent(data: Array("a,b".utf8), mediaType: "text/csv")),
                    ])
            ])
        ).body
        let parts = try #require(body["messages"]?[0]?["content"]?.array)
        #expect(parts.map { $0["type"]?.string } == ["text", "image_url", "image_url", "file", "input_audio", "text"])
        #expect(parts[2]["image_url"]?["url"] == "data:image/png;base64,AQID")
        #expect(parts[3]["file"]?["filename"] == "a.pdf")
    }

    @Test func `a file by its address cannot be asked about`() {
        let file = FileContent(url: "https://x.test/a.pdf", mediaType: "application/pdf")
        #expect(throws: ChatError.self) {
            try written(ChatRequest(messages: [ChatMessage(role: .user, content: [.file(file)])]))
        }
    }

    @Test(arguments: [
        ("gpt-4o", "max_tokens"), ("o3-mini", "max_completion_tokens"), ("openai/gpt-5", "max_completion_tokens"),
        ("our-model", "max_tokens"),
    ])
    func `the length goes into the field that the model takes`(model: String, field: String) throws {
        let request = question(ModelOptions(maximumResponseTokens: 50))
        #expect(try written(request, for: model).body[field] == 50)
        let other = field == "max_tokens" ? "max_completion_tokens" : "max_tokens"
        #expect(try written(request, for: model).body[other] == nil)
        #expect(try written(request, for: model, omitted: [field]).body[other] == 50)
        let both = try written(request, for: model, omitted: [field, other])
        #expect(both.notes.count == 1)
    }

    @Test func `a model that thinks gets no sampling, and the notes say so`() throws {
        let options = ModelOptions(temperature: 0.2, topP: 0.9, stopSequences: ["x"], seed: 7, reasoningEffort: .high)
        let thinking = try written(question(options), for: "o3")
        #expect(thinking.body["temperature"] == nil && thinking.body["top_p"] == nil && thinking.body["stop"] == nil)
        #expect(thinking.body["reasoning_effort"] == "high")
        #expect(thinking.body["seed"] == 7)
        #expect(thinking.notes.count == 3)
        let chat = try written(question(options), for: "gpt-4o")
        #expect(chat.body["temperature"] == 0.2 && chat.body["reasoning_effort"] == nil)
        let off = try written(
            question(ModelOptions(temperature: 0.2, reasoningEffort: ReasoningEffort.none)), for: "gpt-5.1")
        #expect(off.body["temperature"] == 0.2)
    }

    @Test(arguments: [
        ("o3", "minimal", "low"), ("gpt-5", "none", "minimal"), ("gpt-5.1", "minimal", "none"),
        ("gpt-5", "xhigh", "high"),
        ("gpt-5.2", "xhigh", "xhigh"), ("openai/gpt-5.4-pro", "none", "medium"),
        ("gpt-5.2-chat-latest", "high", "medium"),
        ("gpt-5.1-codex", "none", "low"), ("gpt-5.1-codex-max", "xhigh", "xhigh"), ("gpt-5.4-mini", "none", "none"),
        ("our-model", "ultra", "ultra"),
    ])
    func `an effort that the model does not have becomes the nearest`(model: String, wanted: String, sent: String)
        throws
    {
        let request = question(ModelOptions(reasoningEffort: ReasoningEffort(wanted)))
        #expect(try written(request, for: model).body["reasoning_effort"]?.string == sent)
    }

    @Test func `tools, choices and formats are written, with their order kept`() throws {
        let schema: JSONSchema = [
            "type": "object", "properties": ["zone": ["type": "string"], "at": ["type": "string"]],
        ]
        var request = question(
            ModelOptions(toolChoice: .tool("clock")),
            tools: [ToolDefinition(name: "clock", description: "Tells the time.", parameters: schema)])
        request.responseFormat = .jsonSchema(name: "answer", schema: schema, strict: true)
        let written = try written(request)
        #expect(written.body["tool_choice"] == ["type": "function", "function": ["name": "clock"]])
        #expect(written.body["response_format"]?["json_schema"]?["strict"] == true)
        let text = String(decoding: written.bytes, as: UTF8.self)
        #expect(text.components(separated: "\"zone\":").count == 3)
        #expect(!text.contains(#""properties":{"at""#))
    }

    @Test func `a server that refuses formats is asked in words`() throws {
        var request = question()
        request.responseFormat = .json
        let written = try written(request, omitted: ["response_format"])
        #expect(written.body["response_format"] == nil)
        #expect(written.body["messages"]?[0]?["content"]?.string?.contains("JSON") == true)
    }

    @Test func `servers differ in what they are sent`() throws {
        let request = question(ModelOptions(seed: 7))
        #expect(try written(request, server: .mistral, streamed: true).body["random_seed"] == 7)
        #expect(try written(request, server: .mistral, streamed: true).body["stream_options"] == nil)
        #expect(try written(request, server: .deepSeek).body["seed"] == nil)
        #expect(try written(request, streamed: true).body["stream_options"] == ["include_usage": true])
        let reasoned = ChatRequest(messages: [
            ChatMessage(
                role: .assistant, content: [.reasoning(ReasoningContent(text: "Hm.", model: "d")), .text("Yes.")])
        ])
        #expect(try written(reasoned, server: .deepSeek).body["messages"]?[0]?["reasoning_content"] == "Hm.")
        #expect(try written(reasoned).body["messages"]?[0]?["reasoning_content"] == nil)
    }

    @Test func `DeepSeek gets the field for reasoning in every turn of the model`() throws {
        let call = ToolCall(id: "call_1", name: "clock", arguments: "{}")
        let request = ChatRequest(messages: [
            .user("Hi"), ChatMessage(role: .assistant, content: [.text("Hello")]), .user("What time is it?"),
            ChatMessage(role: .assistant, content: [.toolCall(call)]),
            .tool(ToolResult(callID: "call_1", text: "noon")),
        ])
        let messages = try written(request, for: "deepseek-v4-pro", server: .deepSeek).body["messages"]
        #expect(messages?[1]?["reasoning_content"] == " " && messages?[3]?["reasoning_content"] == " ")
        #expect(messages?[2]?["reasoning_content"] == nil)
    }

    @Test func `fields of the caller win over those of the server, and both over ours`() throws {
        var server = OpenAIServer(baseURL: "http://x.test")
        server.extraBody = ["temperature": 1, "user": "server"]
        var options = ModelOptions(temperature: 0.5)
        options.extra[.openAI] = ["user": "caller"]
        options.extra[.gemini] = ["ignored": true]
        let body = try written(question(options), server: server).body
        #expect(body["temperature"] == 1 && body["user"] == "caller" && body["ignored"] == nil)
    }
}

extension String {
    fileprivate func components(separated separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
