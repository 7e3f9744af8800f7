import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct CallPlanTests {
    @Test func `the calls of a seed are the same, and those of another seed are not`() {
        let first = Array(CallPlan(.outage, seed: 1))
        #expect(first == Array(CallPlan(.outage, seed: 1)))
        #expect(first != Array(CallPlan(.outage, seed: 2)))
    }

    @Test(arguments: Scenario.builtIn.filter { $0.duration <= .hours(1) })
    func `calls arrive in order, within the phases, at about the rate of each`(scenario: Scenario) {
        let calls = Array(CallPlan(scenario, seed: 5))
        #expect(zip(calls, calls.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
        for (index, phase) in scenario.phases.enumerated() {
            let start = scenario.start(ofPhase: index)
            let count = calls.count { $0.arrival >= start && $0.arrival < start + phase.duration }
            let expected = (scenario.crowd.rate * phase.traffic + phase.runawayRate) * phase.duration.inSeconds
            #expect(abs(Double(count) - expected) < 5 * expected.squareRoot() + 1, "\(phase.name)")
        }
    }

    @Test func `a phase has its own traffic, from none to a multiple`() {
        let scenario = Scenario(
            name: "x", summary: "", crowd: Crowd(rate: 2),
            phases: [
                ScenarioPhase("usual", for: .seconds(500)), ScenarioPhase("none", for: .seconds(500), traffic: 0),
                ScenarioPhase("rush", for: .seconds(500), traffic: 4),
            ])
        let calls = Array(CallPlan(scenario, seed: 3))
        let counts = (0..<3).map { index in calls.count { scenario.phase(at: $0.arrival) == index } }
        #expect((850...1_150).contains(counts[0]) && counts[1] == 0 && (3_700...4_300).contains(counts[2]))
    }

    @Test func `the shares of repeated and reworded questions are those of the crowd`() {
        var scenario = Scenario.outage.crowded(by: 20_000)
        (scenario.crowd.repeated, scenario.crowd.reworded, scenario.crowd.written) = (0.3, 0.2, 0.1)
        var texts: Set<String> = []
        var meanings: Set<Int> = []
        var (repeated, reworded, written, all) = (0, 0, 0, 0)
        for call in CallPlan(scenario, seed: 9) {
            all += 1
            if call.meaning < 0 {
                written += 1
            } else if texts.contains(call.question) {
                repeated += 1
            } else if meanings.contains(call.meaning) {
                reworded += 1
            }
            texts.insert(call.question)
            meanings.insert(call.meaning)
        }
        #expect(abs(Double(written) / Double(all) - 0.1) < 0.01)
        // A question in other words is at times one that was asked in these words as well.
        #expect(abs(Double(repeated + reworded) / Double(all) - 0.5) < 0.01)
        #expect(repeated >= all * 29 / 100 && reworded > all * 10 / 100)
    }

    @Test(arguments: QuestionTheme.allCases)
    func `two meanings never have the same words`(theme: QuestionTheme) {
        var texts: [String: Int] = [:]
        for meaning in 0..<2_000 {
            for wording in 0..<QuestionTheme.wordings {
                let text = theme.question(meaning, wording: wording)
                #expect(texts.updateValue(meaning, forKey: text) == nil)
            }
        }
    }

    @Test(arguments: QuestionTheme.allCases)
    func `every question that has a written answer gets it when the models are down`(theme: QuestionTheme) throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: FailingModel("m")) { StaticFAQ(theme.writtenAnswers) }.running(
            on: simulation)
        for greeting in QuestionSource.greetings {
            for ending in QuestionSource.endings {
                for phrasing in theme.writtenAnswers.flatMap(\.phrasings) {
                    let question = greeting + phrasing + ending
                    let level = try simulation.run { try await pipeline.respond(to: question).fallbackLevel }
                    #expect(level == .staticFAQ, "\(question)")
                }
            }
        }
    }
}
