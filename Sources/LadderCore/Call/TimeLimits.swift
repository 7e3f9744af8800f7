/// The limits an attempt runs under. Layers only ever narrow them.
public struct TimeLimits: Hashable, Sendable {
    /// When the first content must have arrived.
    public var firstToken: Instant?
    /// When the whole answer must have arrived.
    public var total: Instant?
    /// How long a reader may wait between two pieces of the answer.
    public var silence: Duration?

    /// Creates limits; nil means no limit of that kind.
    public init(firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil) {
        self.firstToken = firstToken
        self.total = total
        self.silence = silence
    }

    /// Takes the stricter of each limit.
    public mutating func narrow(to other: TimeLimits) {
        firstToken = Instant.earlier(firstToken, other.firstToken)
        total = Instant.earlier(total, other.total)
        if let silence = other.silence { self.silence = min(self.silence ?? silence, silence) }
    }
}
