import Ladder

extension Scenario {
    /// Returns the built-in scenario of a name.
    package static func named(_ name: String) -> Scenario? { builtIn.first { $0.name == name } }

    /// The scenarios that the playground knows, simple ones first.
    package static let builtIn: [Scenario] = [outage, longOutage]

    /// The provider goes down, and the fallback answers.
    static let outage = Scenario(
        name: "outage", summary: "The large model goes down for five minutes. The small one stays up.",
        phases: [
            ScenarioPhase("healthy", for: .minutes(5)),
            ScenarioPhase("down", for: .minutes(5), ["large": .down]),
            ScenarioPhase("recovered", for: .minutes(5)),
        ])

    /// One thing after another goes wrong.
    static let longOutage = Scenario(
        name: "long-outage",
        summary:
            "The large model is slow, throttled, down and flapping. While it is down, the small one fails as well.",
        phases: [
            ScenarioPhase("healthy", for: .minutes(5)),
            ScenarioPhase("slow", for: .minutes(5), ["large": .slow]),
            ScenarioPhase("throttled", for: .minutes(5), ["large": .throttled]),
            ScenarioPhase("down", for: .minutes(4), ["large": .down]),
            ScenarioPhase("both down", for: .minutes(2), ["large": .down, "small": .down]),
            ScenarioPhase("flapping", for: .minutes(5), ["large": .flapping]),
            ScenarioPhase("recovered", for: .minutes(5)),
        ])
}

extension Duration {
    package static func minutes(_ count: Double) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Double) -> Duration { .seconds(count * 3_600) }
}
