import LadderCore
package import LadderTesting

/// How a provider behaves in a phase: a condition, or two between which it changes.
package struct ProviderState: Hashable, Sendable {
    /// The name, as files and pages show it.
    package var name: String
    /// What the provider does.
    package var condition: ProviderCondition
    /// The second condition, if the provider changes between two.
    package var otherwise: ProviderCondition?
    /// The time after which it changes.
    package var period: Duration

    package init(
        _ name: String, _ condition: ProviderCondition, otherwise: ProviderCondition? = nil, period: Duration = .zero
    ) {
        self.name = name
        self.condition = condition
        self.otherwise = otherwise
        self.period = period
    }

    /// Returns the condition at a time since the phase began.
    package func condition(after time: Duration) -> ProviderCondition {
        guard let otherwise, period > .zero else { return condition }
        return Int(time / period).isMultiple(of: 2) ? condition : otherwise
    }
}
