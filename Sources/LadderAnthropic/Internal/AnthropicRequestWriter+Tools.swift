import LadderCore
import LadderHTTP
import LadderJSON

extension AnthropicRequestWriter {
    mutating func writeTools(_ traits: AnthropicModelTraits) {
        guard !request.tools.isEmpty else {
            if options.toolChoice?.isForced == true {
                notes.append("the request has no tools; tool_choice is left out")
            }
            return
        }
        body["tools"] = .array(
            request.tools.enumerated().map { index, tool in
                var schema = tool.parameters.value.object ?? [:]
                if schema["type"] == nil {
                    schema["type"] = "object"
                } else {
                    schemas["/tools/\(index)/input_schema"] = tool.parameters
                }
                var members: [String: JSONValue] = ["name": .string(tool.name), "input_schema": .object(schema)]
                if !tool.description.isEmpty { members["description"] = .string(tool.description) }
                return .object(members)
            })
        guard let choice = options.toolChoice else { return }
        if choice.isForced, !traits.canForceTools || asked.omitted.contains("tool_choice") {
            notes.append("the model cannot be made to call a tool; tool_choice is left out")
            return
        }
        switch choice {
        case .automatic: body["tool_choice"] = ["type": "auto"]
        case .none: body["tool_choice"] = ["type": "none"]
        case .required: body["tool_choice"] = ["type": "any"]
        case .tool(let name): body["tool_choice"] = ["type": "tool", "name": .string(name)]
        }
    }

    mutating func writeFormat(_ traits: AnthropicModelTraits, into conversation: inout AnthropicConversation) {
        switch request.responseFormat {
        case .text: break
        case .json:
            // The provider enforces schemas only, and each object of a schema must name its properties.
            notes.append("Anthropic has no JSON mode; the system prompt asks for JSON")
            conversation.addInstruction(Self.jsonInstruction)
        case .jsonSchema(_, let schema, let strict):
            if let reason = reasonNotToEnforce(schema, strict: strict, traits: traits) {
                notes.append("the schema is not enforced (\(reason)); the system prompt asks for JSON that follows it")
                conversation.addInstruction(
                    Self.jsonInstruction + " It must follow this JSON schema:\n" + schema.text)
            } else {
                setOutput("format", to: ["type": "json_schema", "schema": schema.value])
                schemas["/output_config/format/schema"] = schema
            }
        }
    }

    private func reasonNotToEnforce(_ schema: JSONSchema, strict: Bool, traits: AnthropicModelTraits) -> String? {
        if !strict { return "the request does not ask for it" }
        if !traits.hasSchemas { return "the model cannot" }
        if asked.omitted.contains("output_config.format") || asked.omitted.contains("output_config") {
            return "the target refuses output_config"
        }
        return EnforceableSchema.problem(of: schema.value)
    }

    private static let jsonInstruction =
        "Answer with one JSON object and nothing else: no text around it, and no code fence."
}
