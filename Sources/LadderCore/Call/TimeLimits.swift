/// The time limits of an attempt. A layer makes them stricter, never wider.
public struct TimeLimits: Hashable, Sendable {
    /// The time by which the first content must arrive.
    public var firstToken: Instant?
    /// The time by which the whole answer must arrive.
    public var total: Instant?
    /// The longest time that a reader may wait between two pieces of the answer.
    public var silence: Duration?
    /// Whether a model that thinks without showing it gets the time that it states, where that is longer.
    ///
    /// The model states it in ``ChatModel/expectedSilence(for:)``. The first-token limit and the silence then end no
    /// earlier, and the total by as much later. The deadline of the call stays. Defaults to `false`.
    public var allowsSilentThinking: Bool

    /// Creates limits. Nil means no limit of that kind, and so does the distant future.
    public init(
        firstToken: Instant? = nil, total: Instant? = nil, silence: Duration? = nil, allowsSilentThinking: Bool = false
    ) {
        self.allowsSilentThinking = allowsSilentThinking
        self.firstToken = firstToken?.unlessDistant
        self.total = total?.unlessDistant
        self.silence = silence.flatMap { $0.clampedNanoseconds == .max ? nil : $0 }
    }

    /// Replaces each limit by that of `other` where that one is stricter.
    ///
    /// Silent thinking is allowed only where all limits allow it.
    public mutating func narrow(to other: TimeLimits) {
        allowsSilentThinking = (hasNone || allowsSilentThinking) && (other.hasNone || other.allowsSilentThinking)
        firstToken = Instant.earlier(firstToken, other.firstToken)
        total = Instant.earlier(total, other.total)
        if let silence = other.silence { self.silence = min(self.silence ?? silence, silence) }
    }
}

extension TimeLimits {
    private var hasNone: Bool { firstToken == nil && total == nil && silence == nil }

    /// Returns the limits of an attempt that begins at `start` and may be silent for `silence` because it thinks.
    func allowing(silence expected: Duration, from start: Instant) -> TimeLimits {
        guard allowsSilentThinking else { return self }
        var limits = self
        if let firstToken, firstToken < start + expected {
            limits.firstToken = start + expected
            limits.total = total.map { $0 + (start + expected - firstToken) }
        }
        limits.silence = silence.map { max($0, expected) }
        return limits
    }
}

extension Instant {
    /// The instant, or nil for the distant future, at which saturated arithmetic ends and which never comes.
    var unlessDistant: Instant? { self == .distantFuture ? nil : self }
}
