extension ContentPart: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, text
    }

    private enum Tag: String, Codable {
        case text, image, file, reasoning, toolCall, toolResult
    }

    /// Encodes the part as an object whose `type` says what it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .text(let text):
            try container.encode(Tag.text, forKey: .type)
            try container.encode(text, forKey: .text)
        case .image(let image):
            try container.encode(Tag.image, forKey: .type)
            try image.encode(to: encoder)
        case .file(let file):
            try container.encode(Tag.file, forKey: .type)
            try file.encode(to: encoder)
        case .reasoning(let reasoning):
            try container.encode(Tag.reasoning, forKey: .type)
            try reasoning.encode(to: encoder)
        case .toolCall(let call):
            try container.encode(Tag.toolCall, forKey: .type)
            try call.encode(to: encoder)
        case .toolResult(let result):
            try container.encode(Tag.toolResult, forKey: .type)
            try result.encode(to: encoder)
        }
    }

    /// Decodes a part by its `type`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the type is not known.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Tag.self, forKey: .type) {
        case .text: self = .text(try container.decode(String.self, forKey: .text))
        case .image: self = .image(try ImageContent(from: decoder))
        case .file: self = .file(try FileContent(from: decoder))
        case .reasoning: self = .reasoning(try ReasoningContent(from: decoder))
        case .toolCall: self = .toolCall(try ToolCall(from: decoder))
        case .toolResult: self = .toolResult(try ToolResult(from: decoder))
        }
    }
}
