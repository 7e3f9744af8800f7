import Ladder

@testable import Rehearsal

extension Scenario {
    /// A few hundred calls, most kinds of answers, deployments and a budget, for tests of what is made of a report.
    static let short: Scenario = {
        var scenario = Scenario(
            name: "short", summary: "Everything goes wrong within four minutes.",
            models: [
                ScenarioModel("large", pricedAs: "gpt-4o", deployments: ["large-eu", "large-us"]),
                ScenarioModel("small", pricedAs: "gpt-4o-mini"),
            ],
            crowd: Crowd(rate: 1),
            phases: [
                ScenarioPhase("healthy", for: .minutes(1)),
                ScenarioPhase("large down", for: .minutes(1), ["large-eu": .down, "large-us": .down]),
                ScenarioPhase("all down", for: .minutes(1), ["large-eu": .down, "large-us": .down, "small": .down]),
                ScenarioPhase("quiet", for: .seconds(30), traffic: 0),
                ScenarioPhase("cutting", for: .minutes(1), ["large-eu": .cutting]),
            ])
        scenario.setup.cacheLifetime = .seconds(60)
        scenario.setup.semanticThreshold = 0.8
        scenario.setup.budget = .dollars(5)
        return scenario
    }()

    /// The short scenario with so few calls that a test can play it several times.
    static let shortest = short.crowded(by: 80)
}

extension Report {
    /// The report of the short scenario, made once for all tests that only read it.
    static let short = Result { try Rehearsal(.short).run() }
}
