extension ChatRequest: Codable {
    private enum CodingKeys: String, CodingKey {
        case model, messages, options, tools, responseFormat
    }

    /// Encodes the request in the stable form of stored conversations.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(model, forKey: .model, unless: "")
        try container.encode(messages, forKey: .messages)
        try container.encode(options, forKey: .options, unless: ModelOptions())
        try container.encode(tools, forKey: .tools, unless: [])
        try container.encode(responseFormat, forKey: .responseFormat, unless: .text)
    }

    /// Decodes a request; only `messages` is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            model: try container.decode(.model, default: ""),
            messages: try container.decode([ChatMessage].self, forKey: .messages),
            options: try container.decode(.options, default: ModelOptions()),
            tools: try container.decode(.tools, default: []),
            responseFormat: try container.decode(.responseFormat, default: .text))
    }
}

extension ChatMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case role, content
    }

    /// Encodes the message in the stable form of stored conversations.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(role, forKey: .role)
        try container.encode(content, forKey: .content)
    }

    /// Decodes a message from its role and parts.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            role: try container.decode(Role.self, forKey: .role),
            content: try container.decode([ContentPart].self, forKey: .content))
    }
}
