import LadderCore

/// A period during which a ``FaultyModel`` is in one condition, or changes between two.
public struct ProviderPhase: Hashable, Sendable {
    /// The length of the phase.
    public var duration: Duration
    /// The condition of the provider during the phase.
    public var condition: ProviderCondition
    /// The second condition, if the provider changes between two.
    public var otherwise: ProviderCondition?
    /// The time after which the provider changes between the two conditions.
    public var period: Duration

    /// Creates a phase of one condition.
    public init(for duration: Duration, _ condition: ProviderCondition) {
        self.duration = duration
        self.condition = condition
        period = .zero
    }

    /// Creates a phase in which the provider goes up and down.
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

    package func condition(after time: Duration) -> ProviderCondition {
        guard let otherwise, period > .zero else { return condition }
        return (time.clampedNanoseconds / period.clampedNanoseconds).isMultiple(of: 2) ? condition : otherwise
    }
}
