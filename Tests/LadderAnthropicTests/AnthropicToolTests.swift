import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicToolTests {
    private let ordered: JSONSchema = [
        "type": "object", "properties": ["reasoning": ["type": "string"], "answer": ["type": "number"]],
        "required": ["reasoning", "answer"], "additionalProperties": false,
    ]

    @Test func `tools have their schemas in the order of their declaration`() throws {
        let request = ChatRequest(
            messages: [.user("x")],
            tools: [tool("clock"), ToolDefinition(name: "solve", description: "", parameters: ordered)])
        let written = try written(request)
        #expect(written.body["tools"]?[1] == ["name": "solve", "input_schema": ordered.value])
        let text = String(decoding: written.bytes, as: UTF8.self)
        #expect(text.contains(#""input_schema":\#(ordered.text)"#))
        #expect(try JSONValue(parsing: text) == written.body)
    }

    private static let choices: [(choice: ModelOptions.ToolChoice, form: JSONValue)] = [
        (.automatic, ["type": "auto"]), (.none, ["type": "none"]), (.required, ["type": "any"]),
        (.tool("clock"), ["type": "tool", "name": "clock"]),
    ]

    @Test(arguments: choices)
    func `each choice of tools has its form`(choice: ModelOptions.ToolChoice, expected: JSONValue) throws {
        let body = try body(question(ModelOptions(toolChoice: choice), tools: [tool("clock")]))
        #expect(body["tool_choice"] == expected)
    }

    @Test func `a choice is left out without tools, and where the model cannot be forced`() throws {
        let without = try written(question(ModelOptions(toolChoice: .required)))
        #expect(without.body["tool_choice"] == nil)
        #expect(without.notes.count == 1)
        let unforced = try written(
            question(ModelOptions(toolChoice: .required), tools: [tool("clock")]), for: "claude-opus-5-5")
        #expect(unforced.body["tool_choice"] == nil)
        #expect(unforced.notes.count == 1)
        let free = try body(question(ModelOptions(toolChoice: .automatic), tools: [tool("a")]), for: "claude-opus-5-5")
        #expect(free["tool_choice"] == ["type": "auto"])
    }

    @Test func `calls and results make blocks, results first`() throws {
        let written = try written(
            ChatRequest(messages: [
                .user("a"),
                ChatMessage(
                    role: .assistant,
                    content: [
                        .toolCall(ToolCall(id: "t1", name: "clock", arguments: "")),
                        .toolCall(ToolCall(id: "call:2", name: "solve", arguments: #"{"x": 1}"#)),
                        .toolCall(ToolCall(id: "t3", name: "cut", arguments: #"{"x": "#)),
                    ]),
                .user("and hurry"), .tool(ToolResult(callID: "t1", text: "noon")),
                .tool(ToolResult(callID: "call:2", text: "no", isError: true)),
                .tool(ToolResult(callID: "t3", content: [.image(.data([1], mediaType: "image/png"))])),
            ]))
        let answer = written.body["messages"]?[1]?["content"]
        #expect(answer?[0] == ["type": "tool_use", "id": "t1", "name": "clock", "input": [:]])
        #expect(answer?[1] == ["type": "tool_use", "id": "call_2", "name": "solve", "input": ["x": 1]])
        #expect(answer?[2]?["input"] == ["arguments": #"{"x": "#])
        let results = written.body["messages"]?[2]?["content"]
        #expect(
            results?[0] == [
                "type": "tool_result", "tool_use_id": "t1", "content": [["type": "text", "text": "noon"]],
            ])
        #expect(results?[1]?["is_error"] == true)
        #expect(results?[1]?["tool_use_id"] == "call_2")
        #expect(results?[2]?["content"]?[0]?["type"] == "image")
        #expect(results?[3] == ["type": "text", "text": "and hurry"])
    }

    @Test func `a strict schema is enforced where the model can, in its own order`() throws {
        var request = ChatRequest("x")
        request.responseFormat = .jsonSchema(name: "solution", schema: ordered, strict: true)
        let written = try written(request)
        #expect(written.body["output_config"] == ["format": ["type": "json_schema", "schema": ordered.value]])
        #expect(String(decoding: written.bytes, as: UTF8.self).contains(#""schema":\#(ordered.text)"#))
        #expect(written.notes == [])
    }

    private static let unenforced: [(model: String, omitted: Set<String>)] = [
        ("claude-3-7-sonnet-20250219", []), ("claude-sonnet-4-5", ["output_config.format"]),
    ]

    @Test(arguments: unenforced)
    func `elsewhere the system prompt asks for the schema`(model: String, omitted: Set<String>) throws {
        var request = ChatRequest("x", system: "Be brief.")
        request.responseFormat = .jsonSchema(name: "solution", schema: ordered, strict: true)
        let written = try written(request, for: model, omitted: omitted)
        #expect(written.body["output_config"] == nil)
        let system = try #require(written.body["system"]?.string)
        #expect(system.hasPrefix("Be brief.\n\n"))
        #expect(system.hasSuffix(ordered.text))
        #expect(written.notes.count == 1)
    }

    private static let refused: [JSONSchema] = [
        ["type": "object", "properties": ["a": ["type": "string"]]],
        ["type": "array", "items": ["type": "object", "additionalProperties": true]],
        [
            "type": "object", "additionalProperties": false, "properties": ["a": ["$ref": "#/$defs/b"]],
            "$defs": ["b": ["type": "integer", "minimum": 1]],
        ],
        ["anyOf": [["type": "string", "maxLength": 3], ["type": "null"]]],
    ]

    @Test(arguments: refused)
    func `a schema that the provider refuses to enforce is asked for in the system prompt`(schema: JSONSchema) throws {
        var request = ChatRequest("x")
        request.responseFormat = .jsonSchema(name: "s", schema: schema, strict: true)
        let written = try written(request)
        #expect(written.body["output_config"] == nil)
        #expect(written.body["system"]?.string?.hasSuffix(schema.text) == true)
        #expect(written.notes.count == 1)
    }

    @Test func `a property with the name of a keyword is no keyword`() {
        let schema: JSONSchema = [
            "type": "object", "properties": ["minimum": ["type": "number"], "type": ["type": "string"]],
            "additionalProperties": false,
        ]
        #expect(EnforceableSchema.problem(of: schema.value) == nil)
    }

    @Test func `JSON without a schema is asked for in the system prompt`() throws {
        var request = ChatRequest("x")
        request.responseFormat = .json
        let written = try written(request)
        #expect(written.body["system"]?.string?.contains("JSON object") == true)
        #expect(written.notes.count == 1)
    }
}
