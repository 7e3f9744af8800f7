/// The limits an attempt runs under. Layers only ever narrow them.
public struct TimeLimits: Hashable, Sendable {
    /// When the first content must be there.
    public var firstToken: Instant?
    /// When the whole answer must be there.
    public var total: Instant?
    /// How long the answer may fall silent while somebody reads.
    public var silence: Duration?

    /// No limits, unless given.
    public init(firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil) {
        self.firstToken = firstToken
        self.total = total
        self.silence = silence
    }

    /// Takes the stricter of each limit.
    public mutating func narrow(to other: TimeLimits) {
        firstToken = Instant.earlier(firstToken, other.firstToken)
        total = Instant.earlier(total, other.total)
        if let wanted = other.silence { silence = silence.map { min($0, wanted) } ?? wanted }
    }
}
