public import LadderJSON

/// What a provider said beside the answer.
public struct ReplyMetadata: Hashable, Sendable {
    /// The provider's identifier of the request, which its support asks for.
    public var requestID: String?
    /// The provider's rate limits, as they stood when the answer came.
    public var rateLimits: [RateLimit]
    /// Other fields of the provider's answer, if the model was asked to keep them.
    public var raw: [String: JSONValue]

    /// Creates metadata, empty unless given.
    public init(requestID: String? = nil, rateLimits: [RateLimit] = [], raw: [String: JSONValue] = [:]) {
        self.requestID = requestID
        self.rateLimits = rateLimits
        self.raw = raw
    }
}
