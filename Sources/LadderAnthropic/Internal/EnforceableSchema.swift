import LadderJSON

/// What the provider accepts in a schema that it is to enforce, as data.
///
/// Each object must forbid further properties, and limits on numbers, texts and most lists are refused. A schema that breaks
/// these rules is not sent: after its error the client would send no schema at all to that target.
enum EnforceableSchema {
    private static let refused: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "maxItems",
        "uniqueItems", "minProperties", "maxProperties", "patternProperties", "not", "if", "oneOf",
    ]
    private static let single = ["items", "additionalItems", "contains"]
    private static let lists = ["anyOf", "allOf", "oneOf", "prefixItems"]
    private static let named = ["properties", "$defs", "definitions"]

    /// Returns why the provider would refuse to enforce a schema, or nil.
    static func problem(of schema: JSONValue) -> String? {
        guard let members = schema.object else { return nil }
        if let key = members.keys.sorted().first(where: { refused.contains($0) }) { return "it has \(key)" }
        if isObject(members), members["additionalProperties"] != false {
            return "an object has no additionalProperties: false"
        }
        if let count = members["minItems"]?.int, count > 1 { return "it has minItems above 1" }
        var inner = single.compactMap { members[$0] }
        inner += lists.flatMap { members[$0]?.array ?? [] }
        inner += named.flatMap { key in
            (members[key]?.object ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        }
        for schema in inner {
            if let problem = problem(of: schema) { return problem }
        }
        return nil
    }

    private static func isObject(_ members: [String: JSONValue]) -> Bool {
        members["type"] == "object" || members["properties"] != nil
            || members["type"]?.array?.contains("object") == true
    }
}
