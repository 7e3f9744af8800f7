import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicRequestTests {
    @Test func `the smallest request has model, maximum length and message`() throws {
        let written = try written(ChatRequest("Hello"), streamed: true)
        #expect(written.path == "/v1/messages")
        #expect(
            written.body == [
                "model": "claude-sonnet-4-5", "max_tokens": 64_000, "stream": true,
                "messages": [["role": "user", "content": [["type": "text", "text": "Hello"]]]],
            ])
        #expect(written.notes == [])
    }

    private static let lengths: [(model: String, wanted: Int?, expected: Int)] = [
        ("claude-sonnet-4-5-20250929", nil, 64_000), ("claude-3-haiku-20240307", nil, 4_096),
        ("our-own-name", nil, 4_096), ("claude-sonnet-4-5", 200, 200),
    ]

    @Test(arguments: lengths)
    func `the maximum length is the request's, the model's or the usual one`(
        model: String, wanted: Int?, expected: Int
    ) throws {
        let body = try body(question(ModelOptions(maximumResponseTokens: wanted)), for: model)
        #expect(body["max_tokens"] == .integer(expected))
    }

    @Test func `a maximum length that is not the request's leaves room for the prompt in the window`() throws {
        let long = ChatRequest(String(repeating: "word ", count: 60_000))
        #expect(try body(long, for: "claude-opus-4-1")["max_tokens"] == 32_000)
        let longer = ChatRequest(String(repeating: "word ", count: 70_000))
        #expect(try body(longer, for: "claude-opus-4-1")["max_tokens"] == 25_000)
        let longest = ChatRequest(String(repeating: "word ", count: 90_000))
        #expect(try body(longest, for: "claude-opus-4-1")["max_tokens"] == 4_096)
    }

    @Test func `a maximum length that the target refuses becomes the usual one`() throws {
        let written = try written(
            question(ModelOptions(maximumResponseTokens: 10_000)), for: "x", omitted: ["max_tokens"])
        #expect(written.body["max_tokens"] == 4_096)
        #expect(written.notes.count == 1)
    }

    @Test func `system messages are joined, and messages of one role are merged`() throws {
        let written = try written(
            ChatRequest(messages: [
                .system("One."), .user("a"), .system("Two."), .user("b"), .assistant("c"), .assistant("d"), .user("e"),
            ]))
        #expect(written.body["system"] == "One.\n\nTwo.")
        let messages = written.body["messages"]?.array ?? []
        #expect(messages.map { $0["role"] } == ["user", "assistant", "user"])
        #expect(messages.first?["content"]?.array?.map { $0["text"] } == ["a", "b"])
        #expect(written.notes.count == 1)
    }

    @Test func `empty texts and messages are left out, and an answer to continue loses the white space at its end`()
        throws
    {
        let body = try body(
            ChatRequest(messages: [
                .user("a"), .assistant(""), ChatMessage(role: .user, content: [.text(" \n"), .text("b")]),
                .assistant("{\n "),
            ]))
        #expect(
            body["messages"] == [
                ["role": "user", "content": [["type": "text", "text": "a"], ["type": "text", "text": "b"]]],
                ["role": "assistant", "content": [["type": "text", "text": "{"]]],
            ])
    }

    @Test func `a request without content is refused before it is sent`() {
        #expect(throws: ChatError.self) { try written(ChatRequest(messages: [.system("x"), .user(" ")])) }
    }

    @Test func `pictures and files are sent by their bytes or their address`() throws {
        let body = try body(
            ChatRequest(messages: [
                ChatMessage(
                    role: .user,
                    content: [
                        .image(.data([1, 2, 3], mediaType: "image/png")), .image(.url("https://example.com/a.png")),
                        .image(.url("data:image/gif;base64,AQID")),
                        .file(FileContent(data: [1, 2, 3], mediaType: "application/pdf", name: "a.pdf")),
                        .file(FileContent(url: "https://example.com/b.pdf", mediaType: "application/pdf")),
                        .file(FileContent(data: Array("hi".utf8), mediaType: "text/markdown")),
                        .file(FileContent(data: [1, 2, 3], mediaType: "image/webp")),
                    ])
            ]))
        func bytes(_ type: String) -> JSONValue {
            ["type": "base64", "media_type": .string(type), "data": "AQID"]
        }
        #expect(
            body["messages"]?[0]?["content"] == [
                ["type": "image", "source": bytes("image/png")],
                ["type": "image", "source": ["type": "url", "url": "https://example.com/a.png"]],
                ["type": "image", "source": bytes("image/gif")],
                ["type": "document", "source": bytes("application/pdf"), "title": "a.pdf"],
                ["type": "document", "source": ["type": "url", "url": "https://example.com/b.pdf"]],
                ["type": "document", "source": ["type": "text", "media_type": "text/plain", "data": "hi"]],
                ["type": "image", "source": bytes("image/webp")],
            ])
    }

    @Test func `a file that the provider cannot read is an error`() {
        let file = FileContent(data: [1], mediaType: "audio/wav")
        let error = #expect(throws: ChatError.self) {
            try written(ChatRequest(messages: [ChatMessage(role: .user, content: [.file(file)])]))
        }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func `sampling is sent as the model takes it`() throws {
        let options = ModelOptions(temperature: 1.5, topP: 0.9, stopSequences: ["END", "\n"], seed: 7)
        let older = try written(question(options), for: "claude-3-5-sonnet-20241022")
        #expect(older.body["temperature"] == 1.0)
        #expect(older.body["top_p"] == 0.9)
        #expect(older.body["stop_sequences"] == ["END"])
        #expect(older.body["seed"] == nil)
        #expect(older.notes.count == 3)
        let later = try written(question(options), for: "claude-sonnet-4-5")
        #expect(later.body["temperature"] == 1.0)
        #expect(later.body["top_p"] == nil)
        let newest = try written(question(options), for: "claude-opus-5-5")
        #expect(newest.body["temperature"] == nil)
        #expect(newest.body["top_p"] == nil)
    }

    @Test func `the caller's own fields are added last`() throws {
        var options = ModelOptions(temperature: 0.5, reasoningEffort: .low)
        options.extra[.anthropic] = ["temperature": 0.1, "top_k": 5, "output_config": ["task": "x"]]
        options.extra[.openAI] = ["user": "u"]
        let body = try body(question(options), for: "claude-opus-4-6")
        #expect(body["temperature"] == 0.1)
        #expect(body["top_k"] == 5)
        #expect(body["user"] == nil)
        #expect(body["output_config"] == ["effort": "low", "task": "x"])
    }
}
