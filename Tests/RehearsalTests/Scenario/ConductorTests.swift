import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct ConductorTests {
    private static let scenario = Scenario(
        name: "x", summary: "",
        phases: [
            ScenarioPhase("a", for: .seconds(60)), ScenarioPhase("b", for: .seconds(60), ["large": .flapping]),
        ])

    @Test func `a flapping provider is down first, and changes after each half minute`() {
        let conductor = Conductor(Self.scenario, from: .origin + .seconds(5))
        func faults(_ seconds: Double) -> Int {
            conductor.providerState(of: "large", at: .origin + .seconds(seconds)).condition.faults.count
        }
        #expect(faults(0) == 0 && faults(64.9) == 0)
        #expect(faults(65) == 2 && faults(94.9) == 2)
        #expect(faults(95) == 0 && faults(124.9) == 0)
        #expect(conductor.providerState(of: "small", at: .origin + .seconds(70)).state == .healthy)
    }

    @Test func `every provider is healthy after the last phase`() {
        var scenario = Self.scenario
        scenario.phases[1].states = ["large": .down]
        let conductor = Conductor(scenario)
        #expect(conductor.providerState(of: "large", at: .origin + .seconds(119)).state == .down)
        #expect(conductor.providerState(of: "large", at: .origin + .seconds(120)).state == .healthy)
        conductor.play(scenario, from: .origin + .seconds(200))
        #expect(conductor.providerState(of: "large", at: .origin + .seconds(270)).state == .down)
    }

    @Test func `a provider keeps the beginning of a prompt for five minutes after it was last read`() {
        let conductor = Conductor(Self.scenario)
        func tokens(_ seconds: Double, _ provider: String = "large") -> Int {
            conductor.repeatedTokens(100, at: provider, now: .origin + .seconds(seconds))
        }
        #expect([tokens(0), tokens(299), tokens(598), tokens(899)] == [0, 100, 100, 0])
        #expect(tokens(900, "small") == 0)
    }

    @Test func `an opening ends with the probe that succeeds, and counts those that failed`() {
        func step(_ state: BreakerState, _ seconds: Double, _ number: UInt64) -> BreakerTransition {
            BreakerTransition(
                target: "m", from: .closed, to: state, cause: .consecutiveFailures, at: .origin + .seconds(seconds),
                number: number)
        }
        let openings = BreakerOpening.openings(
            in: [
                step(.open(until: .distantFuture), 10, 1), step(.open(until: .distantFuture), 40, 2),
                step(.recovering(until: .distantFuture), 50, 3), step(.closed, 60, 4),
                step(.open(until: .distantFuture), 70, 5),
            ],
            since: .origin + .seconds(5))
        #expect(openings.map(\.opened) == [.seconds(5), .seconds(65)])
        #expect(openings.map(\.failedProbes) == [1, 0] && openings.map(\.closed) == [.seconds(45), nil])
    }
}
