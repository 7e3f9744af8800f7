import LadderCore

/// How a ``FaultyModel`` is for a while.
public struct ProviderPhase: Hashable, Sendable {
    /// How long it lasts.
    public var duration: Duration
    /// How the provider is.
    public var condition: ProviderCondition
    /// How it is every other time, if it flaps.
    public var otherwise: ProviderCondition?
    /// How often it changes between the two.
    public var period: Duration

    /// A phase of one condition.
    public init(for duration: Duration, _ condition: ProviderCondition) {
        self.duration = duration
        self.condition = condition
        period = .zero
    }

    /// A phase in which the provider goes up and down.
    public static func flapping(
        for duration: Duration,
        every period: Duration = .seconds(2),
        between condition: ProviderCondition = .down,
        and otherwise: ProviderCondition = .healthy
    ) -> ProviderPhase {
        var phase = ProviderPhase(for: duration, condition)
        phase.otherwise = otherwise
        phase.period = period
        return phase
    }

    var length: Int64 { max(0, duration.clampedNanoseconds) }

    func condition(after time: Duration) -> ProviderCondition {
        guard let otherwise, period > .zero else { return condition }
        return (time.clampedNanoseconds / period.clampedNanoseconds).isMultiple(of: 2) ? condition : otherwise
    }
}
