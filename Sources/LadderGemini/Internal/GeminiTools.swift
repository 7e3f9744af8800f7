import LadderCore
import LadderJSON

/// Tools and tool choice.
enum GeminiTools {
    /// Returns the tools with their parameters as JSON Schema or, where a server does not know that field, as the part of
    /// OpenAPI's schemas that it knows.
    static func json(of tools: [ToolDefinition], usesSubset: Bool) -> JSONValue {
        let declarations = tools.map { tool -> JSONValue in
            var declaration: [String: JSONValue] = ["name": .string(tool.name)]
            if !tool.description.isEmpty { declaration["description"] = .string(tool.description) }
            // Gemini refuses an object without properties.
            if describesParameters(tool.parameters) {
                declaration[usesSubset ? "parameters" : "parametersJsonSchema"] =
                    usesSubset ? GeminiSchema.subset(tool.parameters) : tool.parameters.value
            }
            return .object(declaration)
        }
        return [["functionDeclarations": .array(declarations)]]
    }

    private static func describesParameters(_ schema: JSONSchema) -> Bool {
        let others = ["$ref", "anyOf", "oneOf", "allOf", "patternProperties"]
        return schema["properties"]?.keys.isEmpty == false || schema["additionalProperties"]?.keys.isEmpty == false
            || others.contains { schema[$0] != nil }
    }

    static func json(of choice: ModelOptions.ToolChoice) -> JSONValue {
        let config: JSONValue =
            switch choice {
            case .automatic: ["mode": "AUTO"]
            case .none: ["mode": "NONE"]
            case .required: ["mode": "ANY"]
            case .tool(let name): ["mode": "ANY", "allowedFunctionNames": [.string(name)]]
            }
        return ["functionCallingConfig": config]
    }
}
