/// The limits an attempt runs under. Layers only ever narrow them.
///
/// A limit in the distant future is none.
public struct TimeLimits: Hashable, Sendable {
    // Small, because every layer may copy its context: a number each, and the largest one for nil.
    private var firstTokenEnd = Instant.distantFuture
    private var totalEnd = Instant.distantFuture
    private var longestSilence = Int64.max

    /// When the first content must be there.
    public var firstToken: Instant? {
        get { firstTokenEnd.ifEver }
        set { firstTokenEnd = newValue ?? .distantFuture }
    }
    /// When the whole answer must be there.
    public var total: Instant? {
        get { totalEnd.ifEver }
        set { totalEnd = newValue ?? .distantFuture }
    }
    /// How long the answer may fall silent while somebody reads.
    public var silence: Duration? {
        get { longestSilence == .max ? nil : .nanoseconds(longestSilence) }
        set { longestSilence = newValue?.clampedNanoseconds ?? .max }
    }

    /// No limits, unless given.
    public init(firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil) {
        self.firstToken = firstToken
        self.total = total
        self.silence = silence
    }

    /// Takes the stricter of each limit.
    public mutating func narrow(to other: TimeLimits) {
        firstTokenEnd = min(firstTokenEnd, other.firstTokenEnd)
        totalEnd = min(totalEnd, other.totalEnd)
        longestSilence = min(longestSilence, other.longestSilence)
    }
}

extension Instant {
    /// Nil for what never comes.
    var ifEver: Instant? { self == .distantFuture ? nil : self }
}
