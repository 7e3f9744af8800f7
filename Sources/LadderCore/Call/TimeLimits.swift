/// The limits an attempt runs under. Layers only ever narrow them.
public struct TimeLimits: Hashable, Sendable {
    /// When the first content must have arrived.
    public var firstToken: Instant?
    /// When the whole answer must have arrived.
    public var total: Instant?
    /// How long a reader may wait between two pieces of the answer.
    public var silence: Duration?

    /// Creates limits; nil, and what lies in the distant future, means no limit of that kind.
    public init(firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil) {
        self.firstToken = firstToken?.unlessDistant
        self.total = total?.unlessDistant
        self.silence = silence.flatMap { $0.clampedNanoseconds == .max ? nil : $0 }
    }

    /// Takes the stricter of each limit.
    public mutating func narrow(to other: TimeLimits) {
        firstToken = Instant.earlier(firstToken, other.firstToken)
        total = Instant.earlier(total, other.total)
        if let silence = other.silence { self.silence = min(self.silence ?? silence, silence) }
    }
}

extension Instant {
    /// The instant, or nil for the distant future: what saturated arithmetic ends in never comes.
    var unlessDistant: Instant? { self == .distantFuture ? nil : self }
}
