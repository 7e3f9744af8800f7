import Ladder
import LadderConfiguration
import Testing

@testable import Rehearsal

@Suite struct ReplayCastTests {
    /// Returns a log with the calls of a scenario.
    private static func log(of scenario: Scenario) throws -> RecordedLog {
        let lines = Locked<[String]>([])
        _ = try Rehearsal(scenario, seed: 1).run(log: { event in
            let line = CallLog.line(of: event)
            lines.withLock { $0.append(line) }
        })
        return try RecordedLog(lines.withLock { $0 }.joined(separator: "\n"))
    }

    private static func role(_ target: String, as model: String) -> ReplayCast.Role {
        ReplayCast.Role(target: target, model: model)
    }

    @Test func `models of other names stand for the targets at their place`() throws {
        let log = try Self.log(of: Scenario.outage.crowded(by: 60))
        #expect(log.targets == ["large", "small"])
        let models = #"["openai/a", {"name": "small", "model": "openai/b"}, "openai/c"]"#
        let configuration = try PipelineConfiguration(parsing: "{\"models\": \(models), \"layers\": []}")
        let cast = try Replay(log, configuration: configuration).cast
        #expect(cast.roles == [Self.role("large", as: "openai/a"), Self.role("small", as: "small")])
        #expect(cast.roles.map(\.isByPlace) == [true, false])
        #expect(cast.unknownModels == ["openai/c"])
        #expect(cast.unusedTargets.isEmpty && cast.unknownRequests.isEmpty)

        let single = try PipelineConfiguration(parsing: #"{"models": ["openai/a"], "layers": []}"#)
        #expect(try Replay(log, configuration: single).cast.unusedTargets == ["small"])
    }

    @Test func `deployments in a log are models of the standard pipeline, and the name that callers used is unknown`()
        throws
    {
        let scenario = try #require(Scenario.named("one-of-three")).crowded(by: 60)
        let cast = try Replay(Self.log(of: scenario)).cast
        #expect(Set(cast.roles.map(\.target)).isSuperset(of: ["east", "west", "north"]))
        #expect(cast.roles.allSatisfy { !$0.isByPlace } && cast.unknownModels.isEmpty)
        #expect(cast.unknownRequests == ["large"])
    }
}
