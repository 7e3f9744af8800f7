import Ladder
import LadderConfiguration
import Testing

@testable import Rehearsal

@Suite struct ReplayMappingTests {
    /// Returns a log with the calls of a scenario.
    private static func log(of scenario: Scenario) throws -> RecordedLog {
        let lines = Locked<[String]>([])
        _ = try Rehearsal(scenario, seed: 1).run(log: { event in
            let line = CallLog.line(of: event)
            lines.withLock { $0.append(line) }
        })
        return try RecordedLog(lines.withLock { $0 }.joined(separator: "\n"))
    }

    private static func pair(_ target: String, as model: String) -> ReplayMapping.Pair {
        ReplayMapping.Pair(target: target, model: model)
    }

    @Test func `models of other names stand for the targets at their place`() throws {
        let log = try Self.log(of: Scenario.outage.crowded(by: 60))
        #expect(log.targets == ["large", "small"])
        let models = #"["openai/a", {"name": "small", "model": "openai/b"}, "openai/c"]"#
        let configuration = try PipelineConfiguration(parsing: "{\"models\": \(models), \"layers\": []}")
        let mapping = try Replay(log, configuration: configuration).mapping
        #expect(mapping.pairs == [Self.pair("large", as: "openai/a"), Self.pair("small", as: "small")])
        #expect(mapping.pairs.map(\.isByPlace) == [true, false])
        #expect(mapping.unknownModels == ["openai/c"])
        #expect(mapping.unusedTargets.isEmpty && mapping.unknownRequests.isEmpty)

        let single = try PipelineConfiguration(parsing: #"{"models": ["openai/a"], "layers": []}"#)
        #expect(try Replay(log, configuration: single).mapping.unusedTargets == ["small"])
    }

    @Test func `deployments in a log are models of the standard pipeline, and the name that callers used is unknown`()
        throws
    {
        let scenario = try #require(Scenario.named("one-of-three")).crowded(by: 60)
        let mapping = try Replay(Self.log(of: scenario)).mapping
        #expect(Set(mapping.pairs.map(\.target)).isSuperset(of: ["east", "west", "north"]))
        #expect(mapping.pairs.allSatisfy { !$0.isByPlace } && mapping.unknownModels.isEmpty)
        #expect(mapping.unknownRequests == ["large"])
    }
}
