extension ModelOptions: Codable {
    private enum CodingKeys: String, CodingKey {
        case temperature, topP, maximumResponseTokens, stopSequences, seed, reasoningEffort, toolChoice, extra
    }

    /// Encodes the options that are set; the others are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(temperature, forKey: .temperature)
        try container.encodeIfPresent(topP, forKey: .topP)
        try container.encodeIfPresent(maximumResponseTokens, forKey: .maximumResponseTokens)
        try container.encode(stopSequences, forKey: .stopSequences, unless: [])
        try container.encodeIfPresent(seed, forKey: .seed)
        try container.encodeIfPresent(reasoningEffort, forKey: .reasoningEffort)
        try container.encodeIfPresent(toolChoice, forKey: .toolChoice)
        try container.encode(extra, forKey: .extra, unless: ExtraFields())
    }

    /// Decodes options; what is missing is left to the provider.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            temperature: try container.decodeIfPresent(Double.self, forKey: .temperature),
            topP: try container.decodeIfPresent(Double.self, forKey: .topP),
            maximumResponseTokens: try container.decodeIfPresent(Int.self, forKey: .maximumResponseTokens),
            stopSequences: try container.decode(.stopSequences, default: []),
            seed: try container.decodeIfPresent(Int.self, forKey: .seed),
            reasoningEffort: try container.decodeIfPresent(ReasoningEffort.self, forKey: .reasoningEffort),
            toolChoice: try container.decodeIfPresent(ToolChoice.self, forKey: .toolChoice),
            extra: try container.decode(.extra, default: ExtraFields()))
    }
}

extension ReasoningEffort: Codable {}

extension ModelOptions.ToolChoice: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, name
    }

    private enum Tag: String, Codable {
        case automatic, none, required, tool
    }

    /// Encodes the choice as an object whose `type` says which it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .automatic: try container.encode(Tag.automatic, forKey: .type)
        case .none: try container.encode(Tag.none, forKey: .type)
        case .required: try container.encode(Tag.required, forKey: .type)
        case .tool(let name):
            try container.encode(Tag.tool, forKey: .type)
            try container.encode(name, forKey: .name)
        }
    }

    /// Decodes a choice by its `type`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Tag.self, forKey: .type) {
        case .automatic: self = .automatic
        case .none: self = .none
        case .required: self = .required
        case .tool: self = .tool(try container.decode(String.self, forKey: .name))
        }
    }
}
