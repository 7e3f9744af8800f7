import LadderJSON

extension ReplyMetadata: Codable {
    private enum CodingKeys: String, CodingKey {
        case requestID = "requestId"
        case rateLimits, raw
    }

    /// Encodes the metadata, with the raw fields as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(requestID, forKey: .requestID)
        try container.encode(rateLimits, forKey: .rateLimits, unless: [])
        try container.encode(JSONValue.object(raw), forKey: .raw, unless: [:])
    }

    /// Decodes metadata; everything may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let raw = try container.decode(.raw, default: JSONValue.object([:])).object else {
            throw DecodingError.dataCorruptedError(
                forKey: .raw, in: container, debugDescription: "expected a string that holds a JSON object")
        }
        self.init(
            requestID: try container.decodeIfPresent(String.self, forKey: .requestID),
            rateLimits: try container.decode(.rateLimits, default: []),
            raw: raw)
    }
}

extension RateLimit: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, limit, remaining, resets
    }

    /// Encodes the limit, with the time in nanoseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(limit, forKey: .limit)
        try container.encodeIfPresent(remaining, forKey: .remaining)
        try container.encodeIfPresent(resets, forKey: .resets)
    }

    /// Decodes a limit; only `name` is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            limit: try container.decodeIfPresent(Int.self, forKey: .limit),
            remaining: try container.decodeIfPresent(Int.self, forKey: .remaining),
            resets: try container.decodeIfPresent(WallTime.self, forKey: .resets))
    }
}

extension WallTime: Codable {
    /// Encodes the time as nanoseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanosecondsSince1970)
    }

    /// Decodes a time from nanoseconds since 1970.
    public init(from decoder: any Decoder) throws {
        self.init(nanosecondsSince1970: try decoder.singleValueContainer().decode(Int64.self))
    }
}
