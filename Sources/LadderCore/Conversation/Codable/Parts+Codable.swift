extension ImageContent: Codable {
    private enum CodingKeys: String, CodingKey {
        case url, data, mediaType
    }

    /// Encodes the picture with its `url`, or with its `data` as base64 and its `mediaType`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .url(let url):
            try container.encode(url, forKey: .url)
        case .data(let bytes, let mediaType):
            try container.encode(EncodedBytes(bytes), forKey: .data)
            try container.encode(mediaType, forKey: .mediaType)
        }
    }

    /// Decodes a picture from its `url`, else from its `data`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let url = try container.decodeIfPresent(String.self, forKey: .url) {
            self = .url(url)
        } else {
            let mediaType = try container.decode(String.self, forKey: .mediaType)
            self = .data(try container.decode(EncodedBytes.self, forKey: .data).bytes, mediaType: mediaType)
        }
    }
}

extension FileContent: Codable {
    private enum CodingKeys: String, CodingKey {
        case url, data, mediaType, name
    }

    /// Encodes the file with its `url`, or with its `data` as base64.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch source {
        case .url(let url): try container.encode(url, forKey: .url)
        case .data(let bytes): try container.encode(EncodedBytes(bytes), forKey: .data)
        }
        try container.encode(mediaType, forKey: .mediaType)
        try container.encodeIfPresent(name, forKey: .name)
    }

    /// Decodes a file from its `url`, else from its `data`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let mediaType = try container.decode(String.self, forKey: .mediaType)
        let name = try container.decodeIfPresent(String.self, forKey: .name)
        if let url = try container.decodeIfPresent(String.self, forKey: .url) {
            self.init(url: url, mediaType: mediaType, name: name)
        } else {
            let data = try container.decode(EncodedBytes.self, forKey: .data)
            self.init(data: data.bytes, mediaType: mediaType, name: name)
        }
    }
}

extension ReasoningContent: Codable {
    private enum CodingKeys: String, CodingKey {
        case text, opaqueBytes, model
    }

    /// Encodes the reasoning, with the opaque bytes as base64.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(text, forKey: .text)
        try container.encode(EncodedBytes(opaqueBytes), forKey: .opaqueBytes, unless: EncodedBytes([]))
        try container.encode(model, forKey: .model)
    }

    /// Decodes reasoning; only `model` is required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try container.decodeIfPresent(String.self, forKey: .text),
            opaqueBytes: try container.decode(.opaqueBytes, default: EncodedBytes([])).bytes,
            model: try container.decode(String.self, forKey: .model))
    }
}

extension ModelSignature: Codable {
    private enum CodingKeys: String, CodingKey {
        case bytes, model
    }

    /// Encodes the signature, with its bytes as base64.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(EncodedBytes(bytes), forKey: .bytes)
        try container.encode(model, forKey: .model)
    }

    /// Decodes a signature from its bytes and the model's name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            bytes: try container.decode(EncodedBytes.self, forKey: .bytes).bytes,
            model: try container.decode(String.self, forKey: .model))
    }
}
