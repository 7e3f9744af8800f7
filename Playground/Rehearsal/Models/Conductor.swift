package import LadderCore
package import LadderTesting

/// Says in which state each simulated provider is at a time, and can be told to play another scenario.
package final class Conductor: Sendable {
    private struct State {
        var scenario: Scenario
        var begin: Instant
        /// The last time at which a provider read the beginning of a prompt, which it then keeps for five minutes.
        var prefixRead: [String: Instant] = [:]
    }

    private let state: Locked<State>

    /// Creates a conductor that plays a scenario from a time on.
    package init(_ scenario: Scenario, from begin: Instant = .origin) {
        state = Locked(State(scenario: scenario, begin: begin))
    }

    /// Plays the phases of another scenario from now on; the providers are those of the first one.
    package func play(_ scenario: Scenario, from begin: Instant) {
        state.withLock { state in
            state.scenario = scenario
            state.begin = begin
        }
    }

    /// The scenario that is being played, and the time at which it began.
    package var playing: (scenario: Scenario, begin: Instant) { state.withLock { ($0.scenario, $0.begin) } }

    /// Returns the state of a provider at a time. After the last phase every provider is healthy.
    package func providerState(of name: String, at now: Instant) -> (state: ProviderState, condition: ProviderCondition)
    {
        let (scenario, begin) = playing
        let time = now - begin
        guard time >= .zero, time < scenario.duration else { return (.healthy, ProviderState.healthy.condition) }
        let index = scenario.phase(at: time)
        let state = scenario.phases[index].states[name] ?? .healthy
        return (state, state.condition(after: time - scenario.start(ofPhase: index)))
    }

    /// Returns the number of prompt tokens that a provider reads at its price for repeated text.
    func repeatedTokens(_ tokens: Int, at provider: String, now: Instant) -> Int {
        guard tokens > 0 else { return 0 }
        return state.withLock { state in
            defer { state.prefixRead[provider] = now }
            return state.prefixRead[provider].map { now - $0 < .seconds(300) } == true ? tokens : 0
        }
    }
}
