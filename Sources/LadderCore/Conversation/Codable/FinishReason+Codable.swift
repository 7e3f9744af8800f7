extension FinishReason: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, cut
    }

    private enum Tag: String, Codable {
        case stop, length, toolCalls, filtered, partial
    }

    /// Encodes the reason as an object whose `type` says which it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .stop: try container.encode(Tag.stop, forKey: .type)
        case .length: try container.encode(Tag.length, forKey: .type)
        case .toolCalls: try container.encode(Tag.toolCalls, forKey: .type)
        case .filtered: try container.encode(Tag.filtered, forKey: .type)
        case .partial(let cut):
            try container.encode(Tag.partial, forKey: .type)
            try container.encode(cut, forKey: .cut)
        }
    }

    /// Decodes a reason by its `type`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Tag.self, forKey: .type) {
        case .stop: self = .stop
        case .length: self = .length
        case .toolCalls: self = .toolCalls
        case .filtered: self = .filtered
        case .partial: self = .partial(try container.decode(Cut.self, forKey: .cut))
        }
    }
}

extension FinishReason.Cut: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, kind
    }

    private enum Tag: String, Codable {
        case error, readerTooSlow
    }

    /// Encodes the cut as an object whose `type` says which it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .error(let kind):
            try container.encode(Tag.error, forKey: .type)
            try container.encode(kind, forKey: .kind)
        case .readerTooSlow:
            try container.encode(Tag.readerTooSlow, forKey: .type)
        }
    }

    /// Decodes a cut by its `type`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Tag.self, forKey: .type) {
        case .error: self = .error(try container.decode(ChatError.Kind.self, forKey: .kind))
        case .readerTooSlow: self = .readerTooSlow
        }
    }
}
