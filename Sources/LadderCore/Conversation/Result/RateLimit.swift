/// One of a provider's rate limits, as it stood when the answer came.
public struct RateLimit: Hashable, Sendable {
    /// What is limited, in the provider's words: `requests`, `tokens`, `input-tokens`, …
    public var name: String
    /// The amount that is allowed within the provider's interval.
    public var limit: Int?
    /// The amount that is left until the limit resets.
    public var remaining: Int?
    /// The time at which the whole amount is available again.
    public var resets: WallTime?

    /// Creates a rate limit from what the provider said of it.
    public init(name: String, limit: Int? = nil, remaining: Int? = nil, resets: WallTime? = nil) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.resets = resets
    }
}

extension RateLimit: CustomStringConvertible {
    /// The limit in words, such as `requests 59 of 60 left`.
    public var description: String {
        switch (remaining, limit) {
        case (let remaining?, let limit?): "\(name) \(remaining) of \(limit) left"
        case (let remaining?, nil): "\(name) \(remaining) left"
        case (nil, let limit?): "\(name) limit \(limit)"
        case (nil, nil): name
        }
    }
}
