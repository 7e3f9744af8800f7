import LadderJSON

/// JSON schemas as Gemini takes them.
///
/// The order of properties is written as `propertyOrdering`: not every model takes it from the order of the keys.
enum GeminiSchema {
    /// Returns a schema for `responseJsonSchema`, which is JSON Schema with `propertyOrdering`.
    static func ordered(_ schema: JSONSchema) -> JSONValue {
        rewriting(schema) { members in members }
    }

    /// Returns a schema for `responseSchema` and `parameters`, which are a part of OpenAPI's schemas.
    static func subset(_ schema: JSONSchema) -> JSONValue {
        rewriting(schema) { members in
            var members = members
            if let constant = members["const"] { members["enum"] = [constant] }
            if let types = members["type"]?.array {
                let kinds = types.filter { $0 != "null" }
                if kinds.count < types.count { members["nullable"] = true }
                members.removeValue(forKey: "type")
                if kinds.count == 1 { members["type"] = kinds[0] }
                if kinds.count > 1 { members["anyOf"] = .array(kinds.map { ["type": $0] }) }
            }
            members["anyOf"] = members["anyOf"] ?? members["oneOf"]
            if let values = members["enum"]?.array, !values.allSatisfy({ $0.string != nil }) {
                members.removeValue(forKey: "enum")
            }
            return members.filter { known.contains($0.key) }
        }
    }

    private static let known: Set = [
        "type", "format", "title", "description", "nullable", "enum", "items", "minItems", "maxItems", "properties",
        "required", "minProperties", "maxProperties", "minLength", "maxLength", "pattern", "example", "anyOf",
        "propertyOrdering", "default", "minimum", "maximum",
    ]
    private static let schemas = ["items", "additionalProperties", "not", "contains"]
    private static let listsOfSchemas = ["anyOf", "oneOf", "allOf", "prefixItems"]
    private static let namedSchemas = ["properties", "$defs", "definitions", "patternProperties"]

    private static func rewriting(
        _ schema: JSONSchema, _ change: ([String: JSONValue]) -> [String: JSONValue]
    ) -> JSONValue {
        guard var members = schema.value.object else { return schema.value }
        for key in schemas {
            if let below = schema[key] { members[key] = rewriting(below, change) }
        }
        for key in listsOfSchemas {
            guard let below = schema[key]?.elements, !below.isEmpty else { continue }
            members[key] = .array(below.map { rewriting($0, change) })
        }
        for key in namedSchemas {
            guard let below = schema[key] else { continue }
            let named = below.keys.compactMap { name in below[name].map { (name, rewriting($0, change)) } }
            members[key] = .object(Dictionary(named, uniquingKeysWith: { _, last in last }))
        }
        if let names = schema["properties"]?.keys, names.count > 1, members["propertyOrdering"] == nil {
            members["propertyOrdering"] = .array(names.map { .string($0) })
        }
        return .object(change(members))
    }
}
