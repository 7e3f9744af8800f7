import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct ScenarioJSONTests {
    private static let complete = """
        {
          "name": "monday",
          "summary": "The large model is slow on Mondays.",
          "models": [
            {"name": "large", "pricedAs": "gpt-4o", "deployments": ["east", "west"]},
            {"name": "own", "input": 0.5, "output": 1.5}
          ],
          "crowd": {"rate": 3, "theme": "school", "repeated": 0.4, "streamed": 1, "users": 9, "outputTokens": 50},
          "pipeline": {"cacheLifetime": "10m", "budget": 20, "userBudget": 0.5, "writtenAnswers": false, "timeLimit": "12s"},
          "phases": [
            {"name": "calm", "for": "5m"},
            {
              "name": "slow", "for": "90s", "traffic": 2, "runawayRate": 1, "restarts": true,
              "states": {"east": "slow", "west": {"state": "throttled", "failing": 0.25, "kind": "overloaded", "latency": ["1s", "2s"]}}
            }
          ]
        }
        """

    @Test func `every field of a file has its effect`() throws {
        let scenario = try Scenario(parsing: Self.complete)
        #expect(scenario.name == "monday" && scenario.summary == "The large model is slow on Mondays.")
        #expect(scenario.models[0].providers == ["east", "west"])
        #expect(scenario.models[1].price.rates.input == Money(picodollars: 500_000))
        #expect(scenario.crowd.rate == 3 && scenario.crowd.theme == .school && scenario.crowd.repeated == 0.4)
        #expect(scenario.crowd.streamed == 1 && scenario.crowd.users == 9 && scenario.crowd.outputTokens == 50...50)
        #expect(scenario.setup.cacheLifetime == .seconds(600) && scenario.setup.budget == .dollars(20))
        #expect(scenario.setup.userBudget == Money(picodollars: 500_000_000_000) && !scenario.setup.hasWrittenAnswers)
        #expect(scenario.setup.timeLimit == .seconds(12))
        #expect(scenario.phases[1].duration == .seconds(90) && scenario.phases[1].traffic == 2)
        #expect(scenario.phases[1].runawayRate == 1 && scenario.phases[1].restarts)
        #expect(scenario.phases[1].states["east"] == .slow)
        let west = try #require(scenario.phases[1].states["west"]?.condition)
        #expect(west.latency == .seconds(1) ... .seconds(2))
        #expect(west.faults.map(\.kind) == [.overloaded] && west.faults.map(\.share) == [0.25])
    }

    @Test func `the other fields of a file have their effects`() throws {
        let scenario = try Scenario(
            parsing: #"""
                {"name": "x", "models": [{"name": "m", "input": 1, "output": 2, "cacheRead": 0.1}],
                 "crowd": {"popular": 0.2, "reworded": 0.3, "written": 0.1, "inputTokens": 90, "cachedPromptTokens": 50},
                 "pipeline": {"cacheLifetime": false, "semanticThreshold": 0.9},
                 "phases": [{"name": "a", "for": "1s", "states": {"m": {"state": "down", "retryAfter": "3s", "cuts": 0.1,
                   "stalls": 0.2, "hangs": 0.3, "empty": 0.4}}}]}
                """#)
        #expect(scenario.models[0].price.rates.cacheRead == Money(picodollars: 100_000))
        #expect(scenario.crowd.popular == 0.2 && scenario.crowd.reworded == 0.3 && scenario.crowd.written == 0.1)
        #expect(scenario.crowd.inputTokens == 90 && scenario.crowd.cachedPromptTokens == 50)
        #expect(scenario.setup.cacheLifetime == nil && scenario.setup.semanticThreshold == 0.9)
        let condition = try #require(scenario.phases[0].states["m"]?.condition)
        #expect(condition.longestRetryAfter == .seconds(3) && condition.faults.count == 2)
        #expect([condition.cuts, condition.stalls, condition.hangs, condition.emptyAnswers] == [0.1, 0.2, 0.3, 0.4])
    }

    @Test func `a scenario from a file can be played`() throws {
        let report = try Rehearsal(try Scenario(parsing: Self.complete), seed: 2).run()
        #expect(report.phases.map(\.name) == ["calm", "slow"])
        #expect(report.total.calls > 500)
    }

    @Test(arguments: [
        ("{}", "line 1: $.name is missing"),
        ("{\n\"name\": \"x\",\n\"phases\": []}", "line 3: $.phases is empty"),
        ("{\"name\": \"x\",\n\"phases\": [\n{\"name\": \"a\", \"for\": \"5x\"}]}", "line 3: $.phases[0].for is \"5x\""),
        (
            "{\"name\": \"x\",\n\"phases\": [{\"name\": \"a\", \"for\": \"5m\",\n\"states\": {\n\"lrge\": \"down\"}}]}",
            "line 4: $.phases[0].states.lrge names no provider"
        ),
        (
            "{\"name\": \"x\",\n\"phases\": [{\"name\": \"a\", \"for\": \"5m\",\n\"states\": {\n\"large\": \"dwn\"}}]}",
            "line 4: $.phases[0].states.large is \"dwn\""
        ),
        (
            "{\"name\": \"x\",\n\"phases\": [\n{\"name\": \"a\", \"for\": \"5m\"},\n{\"name\": \"b\", \"for\": 5}]}",
            "line 4: $.phases[1].for is 5"
        ),
        ("{\"name\": \"x\",\n\"crwd\": 1, \"phases\": [{\"name\": \"a\", \"for\": \"5m\"}]}", "line 2: $.crwd"),
        (
            "{\"name\": \"x\",\n\"crowd\": {\"rate\": -1}, \"phases\": [{\"name\": \"a\", \"for\": \"5m\"}]}",
            "line 2: $.crowd.rate is -1"
        ),
        (
            "{\"name\": \"x\",\n\"crowd\": {\"repeated\": 0.8, \"reworded\": 0.7}, \"phases\": [{\"name\": \"a\", \"for\": \"5m\"}]}",
            "line 2: $.crowd has shares"
        ),
        ("{\"name\": \"x\"\n \"phases\": []}", "line 2, column 2: "),
    ])
    func `a mistake is named with its line and field`(text: String, expected: String) throws {
        let error = try #require(throws: ScenarioError.self) { try Scenario(parsing: text) }
        #expect(error.problems.contains { $0.hasPrefix(expected) }, "\(error)")
    }

    @Test(arguments: ["1e-25", "1e-300", "5e-324", "0"])
    func `a phase with almost no traffic has no call`(traffic: String) throws {
        let scenario = try Scenario(
            parsing:
                #"{"name": "x", "phases": [{"name": "a", "for": "60s", "traffic": \#(traffic), "runawayRate": \#(traffic)}]}"#
        )
        #expect(try Rehearsal(scenario).run().rows.isEmpty)
    }

    @Test func `every known state and every built-in scenario has a name of its own`() {
        let states = ProviderState.known.map(\.name)
        #expect(Set(states).count == states.count)
        let names = Scenario.builtIn.map(\.name)
        #expect(Set(names).count == names.count && names.count >= 12)
        for scenario in Scenario.builtIn {
            #expect(
                scenario.phases.allSatisfy { Set($0.states.keys).isSubset(of: scenario.models.flatMap(\.providers)) })
        }
    }
}
