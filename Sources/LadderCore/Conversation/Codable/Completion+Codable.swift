import LadderJSON

extension Completion: Codable {
    private enum CodingKeys: String, CodingKey {
        case content, finishReason, usage, metadata
    }

    /// Encodes the answer in the stable form of stored conversations.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(content, forKey: .content)
        try container.encode(finishReason, forKey: .finishReason)
        try container.encode(usage, forKey: .usage)
        try container.encodeIfPresent(metadata, forKey: .metadata)
    }

    /// Decodes an answer; only `content` is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            content: try container.decode([ContentPart].self, forKey: .content),
            finishReason: try container.decode(.finishReason, default: .stop),
            usage: try container.decode(.usage, default: Usage()),
            metadata: try container.decodeIfPresent(ReplyMetadata.self, forKey: .metadata))
    }
}

extension Usage: Codable {
    private enum CodingKeys: String, CodingKey {
        case inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, longCacheWriteTokens, reasoningTokens
        case isEstimated
    }

    /// Encodes input and output, and the other counts where they are not zero.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(inputTokens, forKey: .inputTokens)
        try container.encode(outputTokens, forKey: .outputTokens)
        try container.encode(cacheReadTokens, forKey: .cacheReadTokens, unless: 0)
        try container.encode(cacheWriteTokens, forKey: .cacheWriteTokens, unless: 0)
        try container.encode(longCacheWriteTokens, forKey: .longCacheWriteTokens, unless: 0)
        try container.encode(reasoningTokens, forKey: .reasoningTokens, unless: 0)
        try container.encode(isEstimated, forKey: .isEstimated, unless: false)
    }

    /// Decodes counts; what is missing is zero.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            inputTokens: try container.decode(.inputTokens, default: 0),
            outputTokens: try container.decode(.outputTokens, default: 0),
            cacheReadTokens: try container.decode(.cacheReadTokens, default: 0),
            cacheWriteTokens: try container.decode(.cacheWriteTokens, default: 0),
            longCacheWriteTokens: try container.decode(.longCacheWriteTokens, default: 0),
            reasoningTokens: try container.decode(.reasoningTokens, default: 0),
            isEstimated: try container.decode(.isEstimated, default: false))
    }
}
