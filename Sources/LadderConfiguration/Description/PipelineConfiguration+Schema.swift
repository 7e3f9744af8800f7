public import LadderJSON

extension PipelineConfiguration {
    /// The JSON Schema of configurations, for editors and checks before a deployment.
    ///
    /// It is made from the same description of the fields as reading is. It does not know what depends on other fields
    /// or on the application: the ranges of options, the names of models and of the application's parts.
    public static var schema: JSONValue {
        var document = PipelineDeclaration.format.description.schema(with: ["$schema": ["type": "string"]])
        if case .object(var members) = document {
            members["$schema"] = "https://json-schema.org/draft/2020-12/schema"
            members["title"] = "Configuration of a Ladder pipeline"
            members["$defs"] = .object(definitions)
            document = .object(members)
        }
        return document
    }

    private static var definitions: [String: JSONValue] {
        var definitions: [String: JSONValue] = [
            "layer": ["anyOf": .array(LayerKinds.names.map { ["$ref": .string("#/$defs/\($0)")] })]
        ]
        for kind in LayerKinds.all { definitions[kind.kind] = kind.schema }
        for object in ([PipelineDeclaration.format.description] + LayerKinds.all.map { $0.description }).flatMap(
            \.inner)
        {
            definitions[object.name] = object.schema
        }
        return definitions
    }

    /// The text of ``schema``, as it is checked in.
    package static var schemaText: String { schema.prettyText }
}

extension PipelineConfiguration: CustomStringConvertible {
    /// The document as text, on lines that people can read and compare. A literal key, which no pipeline accepts, is
    /// left out.
    public var description: String { json.hidingKeys.prettyText }
}

extension JSONValue {
    /// The value, with dots in place of texts where a key is expected.
    fileprivate var hidingKeys: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.hidingKeys))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { ($0.key, $0.key == "key" && $0.value.string != nil ? "•••" : $0.value.hidingKeys) },
                    uniquingKeysWith: { $1 }))
        default: self
        }
    }
}
