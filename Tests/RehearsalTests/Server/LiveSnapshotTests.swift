import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct LiveSnapshotTests {
    @Test func `an open breaker whose time is over awaits a probe`() throws {
        let scenario = Scenario(
            name: "down", summary: "",
            phases: [ScenarioPhase("down", for: .hours(1), ["large": .down, "small": .down])])
        let simulation = Simulation(seed: 1)
        let stage = Stage(scenario, conductor: Conductor(scenario))
        let pipeline = try scenario.setup.pipeline(for: stage).running(on: simulation)
        let live = LiveRecord(begin: .origin)
        func json() -> JSONValue {
            let changes = live.changes(since: LiveMark(), at: simulation.now)
            return LiveSnapshot(changes, pipeline: pipeline, stage: stage, isSimulated: true).json
        }

        try simulation.run {
            for number in 0..<8 { _ = try await pipeline.respond(to: "Question \(number)?") }
        }
        let open = try #require(json()["breakers"]?[0])
        #expect(open["state"] == "open" && open["awaitsProbe"] == false)
        #expect((open["left"]?.double ?? 0) > 0)

        try simulation.run { try await simulation.sleep(for: .seconds(60)) }
        let over = try #require(json()["breakers"]?[0])
        #expect(over["state"] == "open" && over["awaitsProbe"] == true && over["left"]?.double == 0)
        #expect(json()["window"]?.double == 30)
    }
}
