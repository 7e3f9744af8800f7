import LadderJSON
import LadderTesting
import Testing

@testable import LadderCore

/// Requests that differ in one field each, and the name of that field.
struct FieldChange: Sendable, CustomTestStringConvertible {
    let field: String
    let change: @Sendable (inout ChatRequest) -> Void
    var testDescription: String { field }

    static let base = ChatRequest(
        model: "m", messages: [.system("be brief"), .user("hello")],
        options: ModelOptions(temperature: 0.2, extra: ["n": 1]),
        tools: [ToolDefinition(name: "t", description: "d", parameters: ["type": "object", "required": ["a"]])])

    static let all: [FieldChange] = [
        FieldChange(field: "model") { $0.model = "n" },
        FieldChange(field: "options.temperature") { $0.options.temperature = 0.3 },
        FieldChange(field: "options.temperature") { $0.options.temperature = nil },
        FieldChange(field: "options.topP") { $0.options.topP = 0.2 },
        FieldChange(field: "options.maximumResponseTokens") { $0.options.maximumResponseTokens = 5 },
        FieldChange(field: "options.stopSequences") { $0.options.stopSequences = [""] },
        FieldChange(field: "options.seed") { $0.options.seed = 0 },
        FieldChange(field: "options.reasoningEffort") { $0.options.reasoningEffort = ReasoningEffort("") },
        FieldChange(field: "options.toolChoice") { $0.options.toolChoice = .automatic },
        FieldChange(field: "options.extra") { $0.options.extra["n"] = 1.0 },
        FieldChange(field: "options.extra") { $0.options.extra["n"] = "1" },
        FieldChange(field: "options.extra") { $0.options.extra["n"] = nil },
        FieldChange(field: "options.extra") { $0.options.extra[.openAI] = ["n": 1] },
        FieldChange(field: "tools[0]") { $0.tools[0].name = "u" },
        FieldChange(field: "tools[0]") { $0.tools[0].description = "" },
        FieldChange(field: "tools[0]") { $0.tools[0].parameters = ["required": ["a"], "type": "object"] },
        FieldChange(field: "tools") { $0.tools = [] },
        FieldChange(field: "tools") { $0.tools.append($0.tools[0]) },
        FieldChange(field: "responseFormat") { $0.responseFormat = .json },
        FieldChange(field: "responseFormat") {
            $0.responseFormat = .jsonSchema(name: "s", schema: ["type": "object"], strict: true)
        },
        FieldChange(field: "messages[0]") { $0.messages[0].role = .user },
        FieldChange(field: "messages[1]") { $0.messages[1] = .user("hello ") },
        FieldChange(field: "messages[1]") { $0.messages[1].content.append(.text("")) },
        FieldChange(field: "messages[1]") { $0.messages[1].content = [.text("hel"), .text("lo")] },
        FieldChange(field: "messages[1]") { $0.messages[1].content.append(.image(.url("u"))) },
        FieldChange(field: "messages[1]") {
            $0.messages[1].content.append(.reasoning(ReasoningContent(text: "hm", model: "m")))
        },
        FieldChange(field: "messages[1]") {
            $0.messages[1].content.append(.toolCall(ToolCall(id: "1", name: "t", arguments: "{}")))
        },
        FieldChange(field: "messages") { $0.messages.append(.user("hello")) },
        FieldChange(field: "messages") { $0.messages.removeLast() },
    ]
}

@Suite struct CacheKeyTests {
    private func key(_ request: ChatRequest) -> CacheKey { CacheKey(of: request, scope: CallScope(tenant: "t")) }

    @Test(arguments: FieldChange.all)
    func `a request that differs in one field has another key, and the field is named`(change: FieldChange) {
        var other = FieldChange.base
        change.change(&other)
        let keys = (key(FieldChange.base), key(other))
        #expect(keys.0 != keys.1)
        #expect(keys.0.digest != keys.1.digest)
        #expect(CacheKey.difference(between: keys.0, and: keys.1) == [change.field])
        #expect(CacheKey.difference(between: keys.1, and: keys.0) == [change.field])
    }

    @Test func `all changed requests have different keys`() {
        let requests = FieldChange.all.map { change in
            var request = FieldChange.base
            change.change(&request)
            return request
        }
        #expect(Set(requests.map { key($0) }).count == Set(requests).count)
    }

    @Test func `tool choice and response format are in the key`() {
        let choices: [ModelOptions.ToolChoice?] = [
            nil, .automatic, ModelOptions.ToolChoice.none, .required, .tool("t"), .tool(""),
        ]
        let formats: [ResponseFormat] = [
            .text, .json, .jsonSchema(name: "a", schema: [:], strict: false),
            .jsonSchema(name: "a", schema: [:], strict: true), .jsonSchema(name: "b", schema: [:], strict: true),
        ]
        var keys: Set<CacheKey> = []
        for choice in choices {
            for format in formats {
                var request = FieldChange.base
                request.options.toolChoice = choice
                request.responseFormat = format
                keys.insert(key(request))
            }
        }
        #expect(keys.count == choices.count * formats.count)
    }

    @Test func `the order of a dictionary does not change the key`() {
        let names = (0..<40).map { "field\($0)" }
        func extra(_ names: [String]) -> [String: JSONValue] {
            names.reduce(into: [:]) { $0[$1] = .object([$1: 1, "z": .array([.null, .bool(true)])]) }
        }
        var one = FieldChange.base
        var two = FieldChange.base
        one.options.extra = ExtraFields(extra(names))
        two.options.extra = ExtraFields(extra(names.reversed()))
        for client in names {
            one.options.extra[ModelClient(client)] = extra(names)
        }
        for client in names.reversed() {
            two.options.extra[ModelClient(client)] = extra(names.reversed())
        }
        #expect(key(one) == key(two))
        #expect(key(one).digest == key(two).digest)
    }

    @Test func `the order of a schema changes the key`() {
        func request(_ schema: JSONSchema) -> ChatRequest {
            ChatRequest(model: "m", messages: [], responseFormat: .jsonSchema(name: "s", schema: schema, strict: true))
        }
        #expect(key(request(["a": 1, "b": 2])) != key(request(["b": 2, "a": 1])))
    }

    @Test func `the same bytes in other fields or other pieces give another key`() {
        let texts = [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"]]
        let requests = texts.map { texts in
            ChatRequest(model: "m", messages: [ChatMessage(role: .user, content: texts.map { .text($0) })])
        }
        let stops = texts.map { ChatRequest(model: "m", messages: [], options: ModelOptions(stopSequences: $0)) }
        #expect(Set((requests + stops).map { key($0) }).count == 10)
        let scopes = [("ab", ""), ("a", "b"), ("", "ab")].map { CallScope(tenant: $0.0, user: $0.1) }
        #expect(Set(scopes.map { CacheKey(of: FieldChange.base, scope: $0, sharing: .user) }).count == 3)
    }

    @Test func `opaque bytes are not part of the key`() {
        func request(_ byte: UInt8, hidden: Bool) -> ChatRequest {
            let reasoning = ReasoningContent(text: "hm", opaqueBytes: [byte], model: "m")
            let signature = ModelSignature(bytes: [byte], model: "m")
            let parts: [ContentPart] = [
                .reasoning(reasoning), .text("a"),
                .toolCall(ToolCall(id: "1", name: "t", arguments: "{}", signature: hidden ? signature : nil)),
            ]
            let unseen = ContentPart.reasoning(ReasoningContent(opaqueBytes: [byte], model: "m"))
            return ChatRequest(
                model: "m", messages: [ChatMessage(role: .assistant, content: hidden ? parts + [unseen] : parts)])
        }
        #expect(key(request(1, hidden: true)) == key(request(2, hidden: true)))
        #expect(key(request(1, hidden: true)) == key(request(1, hidden: false)))
    }

    @Test func `generated requests have equal keys exactly when they are equal without opaque bytes`() {
        var keys: [CacheKey: ChatRequest] = [:]
        for seed in 0..<1_000 as Range<UInt64> {
            var conversation = RandomConversation(seed: seed)
            let request = conversation.request()
            #expect(key(request) == key(request.withoutOpaqueBytes), "seed \(seed)")
            if let other = keys[key(request)] {
                #expect(other.withoutOpaqueBytes == request.withoutOpaqueBytes, "seed \(seed)")
            }
            keys[key(request)] = request
        }
    }

    @Test func `namespace, version and added parts are in the key`() {
        func key(namespace: String = "", version: String = "", parts: [String: String] = [:]) -> CacheKey {
            CacheKey(
                of: FieldChange.base, scope: CallScope(), namespace: namespace, version: version, adding: parts)
        }
        let keys = [
            key(), key(namespace: "a"), key(version: "a"), key(parts: ["a": ""]), key(parts: ["": "a"]),
            key(parts: ["a": "", "b": ""]), key(parts: ["a": "b"]),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(CacheKey.difference(between: keys[0], and: keys[1]) == ["namespace"])
        #expect(CacheKey.difference(between: keys[1], and: keys[2]) == ["namespace", "version"])
        #expect(CacheKey.difference(between: keys[3], and: keys[5]) == ["parts.b"])
        #expect(CacheKey.difference(between: keys[3], and: keys[6]) == ["parts.a"])
        #expect(key(parts: ["a": "1", "b": "2"]) == key(parts: ["b": "2", "a": "1"]))
    }

    /// The digest of another process, or of an older version: when it changes, every stored answer is out of reach.
    @Test func `the digest is the same in every process`() {
        var request = FieldChange.base
        request.options.extra[.anthropic] = ["thinking": ["type": "enabled"], "a": [1, 1.0, "1", nil, true]]
        request.options.toolChoice = .tool("t")
        request.options.stopSequences = ["\n"]
        request.responseFormat = .jsonSchema(name: "s", schema: ["b": 1, "a": 2.5], strict: true)
        request.messages.append(
            ChatMessage(
                role: .user,
                content: [
                    .image(.data([1, 2], mediaType: "image/png")),
                    .file(FileContent(url: "https://example.com", mediaType: "text/plain", name: "n")),
                    .toolResult(ToolResult(callID: "1", text: "r", isError: true)),
                ]))
        let key = CacheKey(
            of: request, scope: CallScope(tenant: "t", user: "u", feature: "f"), sharing: .user, namespace: "n",
            version: "v", adding: ["p": "q"])
        #expect(key.digest.description == "6b51213e678c2d079dc745ad0a8d2da393c31cdef33e87c132525ecc3764ce26")
    }

    @Test func `a key hashes as its fingerprint`() {
        let (one, two) = (key(FieldChange.base), key(FieldChange.base))
        #expect(one.hashValue == two.hashValue)
        #expect(one.fingerprint == two.fingerprint)
        #expect(one.fingerprint.high != one.fingerprint.low)
    }
}
