import LadderCore

/// A part of a scenario: how long it lasts, and in which state each provider is.
package struct ScenarioPhase: Hashable, Sendable {
    /// The heading of its column.
    package var name: String
    /// The length of the phase.
    package var duration: Duration
    /// The states of providers by their names. A provider that is not named is healthy.
    package var states: [String: ProviderState]
    /// How many calls arrive, as a multiple of the crowd's rate.
    package var traffic: Double
    /// The calls a second of one more user, each with a new question.
    package var runawayRate: Double
    /// Whether the process restarts when the phase begins: all state of layers is lost, a kept store is not.
    package var restarts: Bool

    package init(
        _ name: String, for duration: Duration, _ states: [String: ProviderState] = [:], traffic: Double = 1,
        runawayRate: Double = 0, restarts: Bool = false
    ) {
        self.name = name
        self.duration = duration
        self.states = states
        self.traffic = traffic
        self.runawayRate = runawayRate
        self.restarts = restarts
    }
}
