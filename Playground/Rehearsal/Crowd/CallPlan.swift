import LadderCore
import LadderTesting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The calls of a scenario in the order of their arrival, drawn from a seed of their own, so that two pipelines that are
/// compared get the same calls.
package struct CallPlan: Sequence, IteratorProtocol {
    private let scenario: Scenario
    private var random: SeededRandom
    private var phase = 0
    private var phaseStart = Duration.zero
    /// The times of the next call of the crowd and of the user with too many questions.
    private var upcoming: (crowd: Duration?, runaway: Duration?)
    private var questions: QuestionSource

    package init(_ scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        random = SeededRandom(seed: seed ^ 0x0C20_3D00)
        questions = QuestionSource(crowd: scenario.crowd)
        upcoming = (nil, nil)
        if !scenario.phases.isEmpty { beginPhase() }
    }

    package mutating func next() -> PlannedCall? {
        while phase < scenario.phases.count {
            let end = phaseStart + scenario.phases[phase].duration
            let isRunaway = upcoming.runaway.map { runaway in upcoming.crowd.map { runaway < $0 } ?? true } ?? false
            if let arrival = isRunaway ? upcoming.runaway : upcoming.crowd, arrival < end {
                if isRunaway {
                    upcoming.runaway = arrival + pause(rate: scenario.phases[phase].runawayRate)
                } else {
                    upcoming.crowd = arrival + pause(rate: scenario.crowd.rate * scenario.phases[phase].traffic)
                }
                return call(at: arrival, isRunaway: isRunaway)
            }
            phaseStart = end
            phase += 1
            if phase < scenario.phases.count { beginPhase() }
        }
        return nil
    }

    private mutating func beginPhase() {
        let (rate, runaway) = (
            scenario.crowd.rate * scenario.phases[phase].traffic, scenario.phases[phase].runawayRate
        )
        upcoming.crowd = rate > 0 ? phaseStart + pause(rate: rate) : nil
        upcoming.runaway = runaway > 0 ? phaseStart + pause(rate: runaway) : nil
    }

    /// The longest time between two calls in seconds, beyond which there is no phase.
    private static let longestPause = 1e9

    /// Draws the time between two calls: independent callers arrive at exponentially distributed intervals.
    private mutating func pause(rate: Double) -> Duration {
        .seconds(Swift.min(-log(1 - random.uniform()) / rate, Self.longestPause))
    }

    private mutating func call(at arrival: Duration, isRunaway: Bool) -> PlannedCall {
        let (question, meaning) = isRunaway ? questions.new(&random) : questions.draw(&random)
        let user = isRunaway ? "runaway" : "user-\(Int(random.uniform() * Double(scenario.crowd.users)))"
        return PlannedCall(
            arrival: arrival, question: question, meaning: meaning, user: user,
            isStreamed: random.uniform() < scenario.crowd.streamed)
    }
}
