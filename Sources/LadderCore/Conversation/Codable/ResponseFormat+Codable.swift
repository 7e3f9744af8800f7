import LadderJSON

extension ResponseFormat: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, name, schema, strict
    }

    private enum Tag: String, Codable {
        case text, json, jsonSchema
    }

    /// Encodes the format as an object whose `type` says which it is, with the schema as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .text: try container.encode(Tag.text, forKey: .type)
        case .json: try container.encode(Tag.json, forKey: .type)
        case .jsonSchema(let name, let schema, let strict):
            try container.encode(Tag.jsonSchema, forKey: .type)
            try container.encode(name, forKey: .name)
            try container.encode(schema, forKey: .schema)
            try container.encode(strict, forKey: .strict)
        }
    }

    /// Decodes a format by its `type`; `strict` may be missing and is then false.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Tag.self, forKey: .type) {
        case .text: self = .text
        case .json: self = .json
        case .jsonSchema:
            self = .jsonSchema(
                name: try container.decode(String.self, forKey: .name),
                schema: try container.decode(JSONSchema.self, forKey: .schema),
                strict: try container.decode(.strict, default: false))
        }
    }
}
