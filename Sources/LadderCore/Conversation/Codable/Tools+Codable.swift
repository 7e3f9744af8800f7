import LadderJSON

extension ToolDefinition: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, description, parameters
    }

    /// Encodes the tool, with the schema as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(description, forKey: .description, unless: "")
        try container.encode(parameters, forKey: .parameters)
    }

    /// Decodes a tool; `description` may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            description: try container.decode(.description, default: ""),
            parameters: try container.decode(JSONSchema.self, forKey: .parameters))
    }
}

extension ToolCall: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, name, arguments, signature
    }

    /// Encodes the call, with the arguments as the model wrote them.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(arguments, forKey: .arguments)
        try container.encodeIfPresent(signature, forKey: .signature)
    }

    /// Decodes a call; `signature` may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            name: try container.decode(String.self, forKey: .name),
            arguments: try container.decode(String.self, forKey: .arguments),
            signature: try container.decodeIfPresent(ModelSignature.self, forKey: .signature))
    }
}

extension ToolResult: Codable {
    private enum CodingKeys: String, CodingKey {
        case callID = "callId"
        case content, isError
    }

    /// Encodes the result; `isError` only where the tool failed.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(callID, forKey: .callID)
        try container.encode(content, forKey: .content)
        try container.encode(isError, forKey: .isError, unless: false)
    }

    /// Decodes a result; `isError` may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            callID: try container.decode(String.self, forKey: .callID),
            content: try container.decode([ContentPart].self, forKey: .content),
            isError: try container.decode(.isError, default: false))
    }
}
