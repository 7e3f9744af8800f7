public import LadderJSON

/// What a provider said beside the answer.
public struct ReplyMetadata: Hashable, Sendable {
    /// The provider's id of the request, for its support desk.
    public var requestID: String?
    /// What is left of the provider's rate limits.
    public var rateLimits: [RateLimit]
    /// Other fields of the provider's answer, if the model was asked to keep them.
    public var raw: [String: JSONValue]

    /// Metadata, empty unless given.
    public init(requestID: String? = nil, rateLimits: [RateLimit] = [], raw: [String: JSONValue] = [:]) {
        self.requestID = requestID
        self.rateLimits = rateLimits
        self.raw = raw
    }
}

/// One of a provider's rate limits, as it stood when the answer came.
public struct RateLimit: Hashable, Sendable {
    /// What is limited, in the provider's words: `requests`, `tokens`, `input-tokens`, …
    public var name: String
    /// How much is allowed.
    public var limit: Int?
    /// How much is left.
    public var remaining: Int?
    /// When it is full again.
    public var resets: WallTime?

    /// A rate limit.
    public init(name: String, limit: Int? = nil, remaining: Int? = nil, resets: WallTime? = nil) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.resets = resets
    }
}
