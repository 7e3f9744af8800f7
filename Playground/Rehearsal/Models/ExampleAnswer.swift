import Ladder
import LadderJSON

/// Answers for requests that want a tool call or JSON: the smallest that follow the schema.
enum ExampleAnswer {
    /// Returns the call of a tool that a request demands, or nil where it demands none or has the results already.
    ///
    /// It has no id yet.
    static func toolCall(for request: ChatRequest) -> ToolCall? {
        let tool: ToolDefinition?
        switch request.options.toolChoice {
        case .required: tool = request.tools.first
        case .tool(let name): tool = request.tools.first { $0.name == name }
        case .automatic, .none?, nil: tool = nil
        }
        guard let tool, request.messages.last?.role != .tool else { return nil }
        return ToolCall(id: "", name: tool.name, arguments: value(for: tool.parameters).text)
    }

    /// Returns the text of an answer in JSON, or nil where a request wants any text.
    static func json(for request: ChatRequest) -> String? {
        switch request.responseFormat {
        case .text: nil
        case .json: #"{"answer": "This is JSON of the rehearsal."}"#
        case .jsonSchema(_, let schema, _): value(for: schema).text
        }
    }

    /// Returns a value that follows the usual keywords of a schema.
    private static func value(for schema: JSONSchema, depth: Int = 0) -> JSONSchema {
        if let constant = schema["const"] { return constant }
        if let choice = schema["enum"]?.elements.first { return choice }
        if let option = (schema["anyOf"] ?? schema["oneOf"])?.elements.first, depth < 16 {
            return value(for: option, depth: depth + 1)
        }
        let type = schema["type"]?.value.string ?? schema["type"]?.elements.first?.value.string
        switch type {
        case "string": return "example"
        case "integer", "number": return schema["minimum"] ?? 1
        case "boolean": return true
        case "null": return nil
        case "array":
            let count = min(4, max(0, schema["minItems"]?.value.int ?? 1))
            guard let items = schema["items"], depth < 16 else { return [] }
            return JSONSchema(.array(Array(repeating: value(for: items, depth: depth + 1).value, count: count)))
        default: return object(for: schema, depth: depth)
        }
    }

    private static func object(for schema: JSONSchema, depth: Int) -> JSONSchema {
        guard let properties = schema["properties"], depth < 16 else { return [:] }
        let members = properties.keys.compactMap { key in
            properties[key].map { (key, value(for: $0, depth: depth + 1).value) }
        }
        return JSONSchema(.object(Dictionary(members) { _, last in last }))
    }
}
