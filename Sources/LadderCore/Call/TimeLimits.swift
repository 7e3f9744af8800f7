/// The time limits of an attempt. A layer makes them stricter, never wider.
public struct TimeLimits: Hashable, Sendable {
    /// The time by which the first content must arrive.
    public var firstToken: Instant?
    /// The time by which the whole answer must arrive.
    public var total: Instant?
    /// The longest time that a reader may wait between two pieces of the answer.
    public var silence: Duration?

    /// Creates limits. Nil means no limit of that kind, and so does the distant future.
    public init(firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil) {
        self.firstToken = firstToken?.unlessDistant
        self.total = total?.unlessDistant
        self.silence = silence.flatMap { $0.clampedNanoseconds == .max ? nil : $0 }
    }

    /// Replaces each limit by that of `other` where that one is stricter.
    public mutating func narrow(to other: TimeLimits) {
        firstToken = Instant.earlier(firstToken, other.firstToken)
        total = Instant.earlier(total, other.total)
        if let silence = other.silence { self.silence = min(self.silence ?? silence, silence) }
    }
}

extension Instant {
    /// The instant, or nil for the distant future, at which saturated arithmetic ends and which never comes.
    var unlessDistant: Instant? { self == .distantFuture ? nil : self }
}
