import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderGemini

@Suite struct RequestTests {
    @Test func `instructions have a field of their own, and roles are user and model`() throws {
        let request = ChatRequest(messages: [
            .system("Be brief."), .user("Hi"), .assistant("Hello"), .system("In German."), .user("Bye"),
        ])
        let body = try written(request).body
        #expect(body["systemInstruction"] == ["parts": [["text": "Be brief."], ["text": "In German."]]])
        #expect(
            body["contents"] == [
                ["role": "user", "parts": [["text": "Hi"]]], ["role": "model", "parts": [["text": "Hello"]]],
                ["role": "user", "parts": [["text": "Bye"]]],
            ])
    }

    @Test func `a model without a field for instructions gets them before the first message`() throws {
        let request = ChatRequest("Hi", system: "Be brief.")
        for (model, omitted) in [("gemma-3-27b-it", []), ("gemini-2.5-pro", ["systemInstruction"] as Set)] {
            let written = try written(request, model: model, omitted: omitted)
            #expect(written.body["systemInstruction"] == nil)
            #expect(written.body["contents"]?[0]?["parts"] == [["text": "Be brief."]])
            #expect(written.notes.count == 1)
        }
    }

    @Test func `a request of instructions alone is refused before it is sent`() {
        let error = #expect(throws: ChatError.self) { try written(ChatRequest(messages: [.system("Be brief.")])) }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func `options go into the generation config`() throws {
        var request = ChatRequest("Hi")
        request.options = ModelOptions(
            temperature: 0.5, topP: 0.9, maximumResponseTokens: 100, stopSequences: ["a", "b"], seed: 4_294_967_303)
        let config = try written(request, model: "gemini-2.0-flash").body["generationConfig"]
        #expect(
            config == [
                "temperature": 0.5, "topP": 0.9, "maxOutputTokens": 100, "stopSequences": ["a", "b"], "seed": 7,
            ])
    }

    @Test func `stop sequences beyond the fifth are left out with a note`() throws {
        var request = ChatRequest("Hi")
        request.options.stopSequences = ["1", "2", "3", "4", "5", "6"]
        let written = try written(request)
        #expect(written.body["generationConfig"]?["stopSequences"]?.array?.count == 5)
        #expect(written.notes.count == 1)
    }

    @Test func `pictures and files go inline or as addresses`() throws {
        let content: [ContentPart] = [
            .text("What is this?"), .image(.data([0x89, 0x50, 0x4E], mediaType: "image/png")),
            .image(.url("https://example.com/a.JPG?x=1")), .image(.url("data:image/gif;base64,R0lG")),
            .image(.url("https://example.com/a")), .file(FileContent(data: [1], mediaType: "application/pdf")),
            .file(FileContent(url: "gs://b/a.wav", mediaType: "audio/wav")),
        ]
        let request = ChatRequest(messages: [ChatMessage(role: .user, content: content)])
        #expect(
            try written(request).body["contents"]?[0]?["parts"] == [
                ["text": "What is this?"], ["inlineData": ["mimeType": "image/png", "data": "iVBO"]],
                ["fileData": ["mimeType": "image/jpeg", "fileUri": "https://example.com/a.JPG?x=1"]],
                ["inlineData": ["mimeType": "image/gif", "data": "R0lG"]],
                ["fileData": ["fileUri": "https://example.com/a"]],
                ["inlineData": ["mimeType": "application/pdf", "data": "AQ=="]],
                ["fileData": ["mimeType": "audio/wav", "fileUri": "gs://b/a.wav"]],
            ])
    }

    @Test func `results keep JSON, name an error as one, and put pictures behind the results`() throws {
        let calls = (1...3).map { ContentPart.toolCall(ToolCall(id: "\($0)", name: "f\($0)", arguments: "{}")) }
        let picture = ContentPart.image(.data([1], mediaType: "image/png"))
        let request = ChatRequest(messages: [
            .user("Hi"), ChatMessage(role: .assistant, content: calls),
            .tool(ToolResult(callID: "1", content: [.text(#"{"a": 1}"#), picture])),
            .tool(ToolResult(callID: "2", text: "7")), .tool(ToolResult(callID: "3", text: "broken", isError: true)),
        ])
        let body = try written(request).body
        #expect(
            body["contents"]?[2] == [
                "role": "user",
                "parts": [
                    ["functionResponse": ["id": "1", "name": "f1", "response": ["output": ["a": 1]]]],
                    ["functionResponse": ["id": "2", "name": "f2", "response": ["output": "7"]]],
                    ["functionResponse": ["id": "3", "name": "f3", "response": ["error": "broken"]]],
                    ["inlineData": ["mimeType": "image/png", "data": "AQ=="]],
                ],
            ])
        let withoutIDs = try written(request, omitted: ["id"]).body
        #expect(!withoutIDs.text.contains(#""id""#))
    }

    @Test func `a result without its call is refused before it is sent`() {
        let request = ChatRequest(messages: [.user("Hi"), .tool(ToolResult(callID: "1", text: "7"))])
        let error = #expect(throws: ChatError.self) { try written(request) }
        #expect(error?.kind == .invalidRequest)
    }

    @Test(arguments: [("", "{}"), (" ", "{}"), ("[1]", #"{"arguments":"[1]"}"#), ("{", #"{"arguments":"{"}"#)])
    func `broken arguments of an earlier call do not break the request`(arguments: String, json: String) throws {
        let call = ContentPart.toolCall(ToolCall(id: "1", name: "f", arguments: arguments))
        let request = ChatRequest(messages: [.user("Hi"), ChatMessage(role: .assistant, content: [call])])
        let body = try written(request).body
        #expect(body["contents"]?[1]?["parts"]?[0]?["functionCall"]?["args"]?.text == json)
    }

    @Test func `extra fields are merged into the body last, at every level`() throws {
        var request = ChatRequest("Hi")
        request.options.temperature = 0.5
        request.options.extra = ["labels": ["team": "a"]]
        request.options.extra[.gemini] = [
            "generationConfig": ["topK": 40, "temperature": 0.1],
            "safetySettings": [["category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"]],
        ]
        request.options.extra[.openAI] = ["user": "u"]
        let body = try written(request, model: "gemini-2.0-flash").body
        #expect(body["generationConfig"] == ["topK": 40, "temperature": 0.1])
        #expect(body["labels"] == ["team": "a"])
        #expect(body["safetySettings"]?[0]?["threshold"] == "BLOCK_NONE")
        #expect(body["user"] == nil)
        let later = try written(request, model: "gemini-2.0-flash", omitted: ["labels", "topK"])
        #expect(later.body["labels"] == nil)
        #expect(later.body["generationConfig"] == ["temperature": 0.1])
        #expect(later.notes.count == 2)
    }

    @Test(arguments: [
        ("temperature is not supported by this model", "temperature"),
        (
            "Unable to submit request because thinking_level is not supported by this model.. Learn more",
            "thinkingLevel"
        ),
        ("thinking_config is not supported.", "thinkingConfig"),
        ("Thinking is not enabled for models/gemini-2.0-flash", "thinkingConfig"),
        ("Developer instruction is not enabled for models/gemma-3-27b-it", "systemInstruction"),
        ("JSON mode is not enabled for models/gemma-3-27b-it", "responseMimeType"),
        (
            "Function calling with a response mime type: 'application/json' is unsupported",
            "responseMimeType with tools"
        ),
        ("Thinking level MEDIUM is not supported for this model.", "thinkingLevel MEDIUM"),
        (#"Invalid JSON payload received. Unknown name "user": Cannot find field."#, "user"),
        (
            #"Invalid JSON payload received. Unknown name "id" at 'contents[1].parts[0].function_call': Cannot find field."#,
            "id"
        ),
        (#"Invalid JSON payload received. Unknown name "contents": Cannot find field."#, nil),
        ("Function calling is not enabled for models/gemma-3-27b-it", nil),
        ("Invalid value: temperature must be in [0, 2]", nil),
        ("Unable to process input image.", nil), (nil, nil),
    ])
    func `a refusal names the parameter that can be left out`(sentence: String?, parameter: String?) {
        #expect(GeminiRefusal.parameter(in: sentence) == parameter)
    }
}
