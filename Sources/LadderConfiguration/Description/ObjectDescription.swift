import LadderJSON

/// What the schema and the reference say about an object.
struct ObjectDescription {
    let name: String
    let summary: String
    let fields: [FieldDescription]

    /// The objects that the fields consist of, at any depth.
    var inner: [ObjectDescription] {
        fields.flatMap { $0.objects() }.flatMap { [$0] + $0.inner }
    }

    /// The JSON Schema of the object.
    var schema: JSONValue {
        schema(with: [:])
    }

    /// Returns the JSON Schema of the object with more properties, which are required where their value is a constant.
    func schema(with more: [String: JSONValue]) -> JSONValue {
        var properties = more
        for field in fields { properties[field.name] = field.annotatedSchema }
        let required = fields.filter(\.isRequired).map(\.name) + more.filter { $0.value["const"] != nil }.map(\.key)
        var members: [String: JSONValue] = [
            "type": "object", "description": .string(summary), "properties": .object(properties),
            "additionalProperties": false,
        ]
        if !required.isEmpty { members["required"] = .array(required.sorted().map { .string($0) }) }
        return .object(members)
    }
}

extension FieldDescription {
    fileprivate var annotatedSchema: JSONValue {
        guard case .object(var members) = schema else { return schema }
        members["description"] = .string(summary)
        // The default of an object with fields is in the defaults of its fields.
        if let defaultValue, defaultValue.object?.isEmpty ?? true { members["default"] = defaultValue }
        return .object(members)
    }
}
