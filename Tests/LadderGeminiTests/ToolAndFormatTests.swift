import LadderCore
import LadderHTTP
import LadderJSON
import Testing

@testable import LadderGemini

@Suite struct ToolAndFormatTests {
    private static let schema: JSONSchema = [
        "type": "object",
        "properties": [
            "reasoning": ["type": ["string", "null"]],
            "answer": ["type": "object", "properties": ["z": ["type": "number"], "a": ["const": "x"]]],
            "mixed": ["type": ["string", "integer", "null"]],
            "more": ["oneOf": [["type": "object", "properties": ["q": [:], "b": [:]]], ["type": "string"]]],
        ],
        "required": ["reasoning"],
        "additionalProperties": false,
    ]

    @Test func `tools are functions with JSON Schema parameters`() throws {
        var request = ChatRequest("Hi")
        let parameters: JSONSchema = ["type": "object", "properties": ["city": ["type": "string"]]]
        request.tools = [
            ToolDefinition(name: "weather", description: "The weather.", parameters: parameters),
            ToolDefinition(name: "clock", description: "", parameters: ["type": "object", "properties": [:]]),
        ]
        #expect(
            try written(request).body["tools"] == [
                [
                    "functionDeclarations": [
                        [
                            "name": "weather", "description": "The weather.",
                            "parametersJsonSchema": ["type": "object", "properties": ["city": ["type": "string"]]],
                        ],
                        ["name": "clock"],
                    ]
                ]
            ])
        let refused = try written(request, omitted: ["parametersJsonSchema"]).body
        let declaration = refused["tools"]?[0]?["functionDeclarations"]?[0]
        #expect(declaration?["parametersJsonSchema"] == nil)
        #expect(declaration?["parameters"]?["properties"]?["city"] == ["type": "string"])
    }

    @Test func `parameters of a tool keep the order of their schema`() throws {
        var request = ChatRequest("Hi")
        let parameters: JSONSchema = [
            "type": "object", "properties": ["zone": ["type": "string"], "city": ["type": "string"]],
        ]
        request.tools = [ToolDefinition(name: "clock", description: "", parameters: parameters)]
        let text = String(decoding: try written(request).bytes, as: UTF8.self)
        #expect(text.contains(parameters.text))
    }

    @Test(arguments: [
        (ModelOptions.ToolChoice.automatic, #"{"mode":"AUTO"}"#), (.none, #"{"mode":"NONE"}"#),
        (.required, #"{"mode":"ANY"}"#), (.tool("f"), #"{"allowedFunctionNames":["f"],"mode":"ANY"}"#),
    ])
    func `a tool choice is a mode`(choice: ModelOptions.ToolChoice, json: String) throws {
        var request = ChatRequest("Hi")
        request.options.toolChoice = choice
        #expect(try written(request).body["toolConfig"] == nil)
        request.tools = [ToolDefinition(name: "f", description: "", parameters: [:])]
        #expect(try written(request).body["toolConfig"]?["functionCallingConfig"]?.text == json)
    }

    @Test func `a schema of the answer keeps the order of properties at every level`() throws {
        var request = ChatRequest("Hi")
        request.responseFormat = .jsonSchema(name: "answer", schema: Self.schema, strict: true)
        let config = try written(request).body["generationConfig"]
        #expect(config?["responseMimeType"] == "application/json")
        let schema = try #require(config?["responseJsonSchema"])
        #expect(schema["propertyOrdering"] == ["reasoning", "answer", "mixed", "more"])
        #expect(schema["properties"]?["answer"]?["propertyOrdering"] == ["z", "a"])
        #expect(schema["properties"]?["more"]?["oneOf"]?[0]?["propertyOrdering"] == ["q", "b"])
        #expect(schema["additionalProperties"] == false)
    }

    @Test func `a server that does not know JSON Schema gets the part of OpenAPI that it knows`() throws {
        var request = ChatRequest("Hi")
        request.responseFormat = .jsonSchema(name: "answer", schema: Self.schema, strict: true)
        let config = try written(request, omitted: ["responseJsonSchema"]).body["generationConfig"]
        #expect(config?["responseJsonSchema"] == nil)
        let schema = try #require(config?["responseSchema"])
        #expect(schema["additionalProperties"] == nil)
        #expect(schema["properties"]?["reasoning"] == ["type": "string", "nullable": true])
        #expect(schema["properties"]?["answer"]?["properties"]?["a"] == ["enum": ["x"]])
        #expect(schema["properties"]?["more"]?["anyOf"]?.array?.count == 2)
        #expect(
            schema["properties"]?["mixed"]
                == ["anyOf": [["type": "string"], ["type": "integer"]], "nullable": true])
        #expect(schema["required"] == ["reasoning"])
    }

    @Test func `a format together with tools is left out where the model refuses both`() throws {
        var request = ChatRequest("Hi")
        request.responseFormat = .json
        request.tools = [ToolDefinition(name: "f", description: "", parameters: [:])]
        let old = try written(request, model: "gemini-2.5-pro")
        #expect(old.body["generationConfig"]?["responseMimeType"] == nil)
        #expect(old.notes.count == 1)
        let new = try written(request, model: "gemini-3-pro-preview")
        #expect(new.body["generationConfig"]?["responseMimeType"] == "application/json")
        #expect(new.notes.isEmpty)
    }

    @Test func `a refusal of a format with tools leaves the format of requests without tools`() throws {
        var request = ChatRequest("Hi")
        request.responseFormat = .json
        let omitted: Set = ["responseMimeType with tools"]
        let alone = try written(request, model: "tuned", omitted: omitted)
        #expect(alone.body["generationConfig"]?["responseMimeType"] == "application/json")
        request.tools = [ToolDefinition(name: "f", description: "", parameters: [:])]
        let together = try written(request, model: "tuned", omitted: omitted)
        #expect(together.body["generationConfig"] == nil)
        #expect(together.notes.count == 1)
    }

    @Test(arguments: [(ReasoningEffort.medium, "HIGH"), (.low, "LOW"), (.high, "HIGH")])
    func `a level that the model has refused is replaced by the nearest`(
        effort: ReasoningEffort, level: String
    ) throws {
        var request = ChatRequest("Hi")
        request.options.reasoningEffort = effort
        let written = try written(request, model: "gemini-4-argon", omitted: ["thinkingLevel MEDIUM"])
        #expect(written.body["generationConfig"]?["thinkingConfig"]?["thinkingLevel"] == .string(level))
        #expect(written.notes.count == (effort == .medium ? 1 : 0))
    }

    struct Thinking: Sendable {
        var model: String
        var effort: ReasoningEffort?
        var config: JSONValue?
        var notes = 0
    }

    @Test(arguments: [
        Thinking(model: "gemini-2.0-flash", effort: nil, config: nil),
        Thinking(model: "gemini-2.0-flash", effort: .high, config: nil, notes: 1),
        Thinking(model: "gemini-2.0-flash", effort: ReasoningEffort.none, config: nil),
        Thinking(model: "gemini-2.5-flash", effort: nil, config: ["includeThoughts": true]),
        Thinking(model: "gemini-2.5-flash", effort: ReasoningEffort.none, config: ["thinkingBudget": 0]),
        Thinking(
            model: "gemini-2.5-flash", effort: .low, config: ["includeThoughts": true, "thinkingBudget": 1_024]),
        Thinking(
            model: "models/gemini-2.5-pro", effort: ReasoningEffort.none,
            config: ["includeThoughts": true, "thinkingBudget": 128], notes: 1),
        Thinking(
            model: "gemini-2.5-pro", effort: .high, config: ["includeThoughts": true, "thinkingBudget": 24_576]),
        Thinking(model: "gemini-2.5-flash-lite", effort: nil, config: nil),
        Thinking(
            model: "gemini-2.5-flash-lite", effort: .minimal,
            config: ["includeThoughts": true, "thinkingBudget": 512]),
        Thinking(
            model: "gemini-3-pro-preview", effort: .medium,
            config: ["includeThoughts": true, "thinkingLevel": "HIGH"], notes: 1),
        Thinking(
            model: "gemini-3-flash-preview", effort: .minimal,
            config: ["includeThoughts": true, "thinkingLevel": "MINIMAL"]),
        Thinking(
            model: "gemini-3-flash-preview", effort: ReasoningEffort.none,
            config: ["includeThoughts": true, "thinkingLevel": "MINIMAL"], notes: 1),
        Thinking(
            model: "gemini-4-argon", effort: .medium, config: ["includeThoughts": true, "thinkingLevel": "MEDIUM"]),
        Thinking(
            model: "gemini-4-argon", effort: ReasoningEffort("xhigh"), config: ["includeThoughts": true], notes: 1),
        Thinking(model: "my-tuned-model", effort: nil, config: nil),
        Thinking(model: "my-tuned-model", effort: .low, config: ["thinkingBudget": 1_024]),
        Thinking(model: "gemma-3-27b-it", effort: .low, config: nil, notes: 1),
    ])
    func `the effort is written as the model's family wants it`(thinking: Thinking) throws {
        var request = ChatRequest("Hi")
        request.options.reasoningEffort = thinking.effort
        let written = try written(request, model: thinking.model)
        #expect(written.body["generationConfig"]?["thinkingConfig"] == thinking.config)
        #expect(written.notes.count == thinking.notes)
    }

    @Test func `thoughts are not asked for where they are not wanted`() throws {
        let body = try written(ChatRequest("Hi"), model: "gemini-2.5-pro", showsThoughts: false).body
        #expect(body["generationConfig"] == nil)
    }
}
