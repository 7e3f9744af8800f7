import Ladder
import LadderJSON

extension APIRequest {
    /// Reads a body.
    ///
    /// Fields that Ladder does not know are kept for clients of OpenAI's interface. `metadata` becomes the tags of the
    /// call, its member `tenant` the tenant.
    ///
    /// - Parameters:
    ///   - body: The bytes of the body.
    ///   - models: The names of the pipeline's models. A request for another one goes to the first.
    /// - Throws: `APIFailure` that names the wrong field.
    package init(parsing body: [UInt8], models: [String] = []) throws(APIFailure) {
        let json: JSONValue
        let ordered: JSONSchema
        do throws(JSONError) {
            json = try JSONValue(parsing: body)
            // Schemas of tools keep the order of their properties.
            ordered = try JSONSchema(parsing: String(decoding: body, as: UTF8.self))
        } catch {
            throw .invalid(nil, because: "the body is not valid JSON: \(error)")
        }
        var fields = try APIFields(json, at: "")
        guard let messages = try fields.array("messages"), !messages.isEmpty else {
            throw .invalid("messages", because: "messages must be an array with at least one message")
        }
        request = ChatRequest(messages: [])
        for (index, message) in messages.enumerated() {
            request.messages.append(try ChatMessage(message, at: "messages[\(index)]"))
        }
        wantedModel = try fields.string("model") ?? ""
        request.model = models.contains(wantedModel) ? wantedModel : models.first ?? wantedModel
        isStreamed = try fields.bool("stream") ?? false
        if var options = try fields.object("stream_options") {
            includesUsage = try options.bool("include_usage") ?? false
        }
        if let count = try fields.int("n"), count != 1 { throw .invalid("n", because: "n must be 1") }
        request.options = try ModelOptions(&fields)
        request.tools = try Self.tools(&fields, ordered: ordered)
        request.responseFormat = try ResponseFormat(&fields, ordered: ordered)
        try readScope(&fields)
        request.options.extra[.openAI] = fields.rest.filter { !$0.value.isNull }
    }

    private mutating func readScope(_ fields: inout APIFields) throws(APIFailure) {
        scope.user = try fields.string("user") ?? ""
        guard var metadata = try fields.object("metadata") else { return }
        scope.tenant = try metadata.string("tenant") ?? ""
        for name in metadata.rest.keys.sorted() { scope.tags[name] = try metadata.string(name) ?? "" }
    }

    private static func tools(
        _ fields: inout APIFields, ordered: JSONSchema
    ) throws(APIFailure) -> [ToolDefinition] {
        let schemas = ordered["tools"]?.elements ?? []
        var tools: [ToolDefinition] = []
        for (index, value) in (try fields.array("tools") ?? []).enumerated() {
            var tool = try APIFields(value, at: "tools[\(index)]")
            let type = try tool.requiredString("type")
            guard type == "function" else {
                throw .invalid(tool.path("type"), because: "\(tool.path("type")) must be \"function\"")
            }
            guard var function = try tool.object("function") else {
                throw .invalid(tool.path("function"), because: "\(tool.path("function")) is missing")
            }
            let parameters = try function.take("parameters", as: "an object") { $0.object == nil ? nil : $0 }
            // Of a repeated key the two readers keep different values.
            let schema = schemas.indices.contains(index) ? schemas[index]["function"]?["parameters"] : nil
            tools.append(
                ToolDefinition(
                    name: try function.requiredString("name"), description: try function.string("description") ?? "",
                    parameters: parameters.map { schema ?? JSONSchema($0) }
                        ?? ["type": "object", "properties": [:]]))
        }
        return tools
    }
}

extension ModelOptions {
    fileprivate init(_ fields: inout APIFields) throws(APIFailure) {
        self.init(
            temperature: try fields.number("temperature"), topP: try fields.number("top_p"),
            stopSequences: try fields.take("stop", as: "a string or an array of strings") { value in
                if let text = value.string { return [text] }
                guard let texts = value.array?.compactMap(\.string), texts.count == value.array?.count else {
                    return nil
                }
                return texts
            } ?? [],
            seed: try fields.int("seed"),
            reasoningEffort: try fields.string("reasoning_effort").map { ReasoningEffort($0) })
        for name in ["max_tokens", "max_completion_tokens"] {
            guard let length = try fields.int(name) else { continue }
            guard length > 0 else { throw .invalid(name, because: "\(name) must be at least 1") }
            maximumResponseTokens = length
        }
        toolChoice = try fields.take("tool_choice", as: "\"auto\", \"none\", \"required\" or a function") { value in
            switch value.string {
            case "auto": return .automatic
            case "none": return ToolChoice.none
            case "required": return .required
            default: return value["function"]?["name"]?.string.map { .tool($0) }
            }
        }
    }
}

extension ResponseFormat {
    fileprivate init(_ fields: inout APIFields, ordered: JSONSchema) throws(APIFailure) {
        self = .text
        guard var format = try fields.object("response_format") else { return }
        switch try format.requiredString("type") {
        case "text": break
        case "json_object": self = .json
        case "json_schema":
            guard var schema = try format.object("json_schema") else {
                throw .invalid(format.path("json_schema"), because: "\(format.path("json_schema")) is missing")
            }
            self = .jsonSchema(
                name: try schema.requiredString("name"),
                schema: ordered["response_format"]?["json_schema"]?["schema"] ?? ["type": "object"],
                strict: try schema.bool("strict") ?? false)
        default:
            let path = format.path("type")
            throw .invalid(path, because: "\(path) must be \"text\", \"json_object\" or \"json_schema\"")
        }
    }
}
