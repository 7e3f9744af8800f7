import Ladder
import LadderTesting

/// A question and the time when it arrives. Both ways of asking get the same questions at the same times.
struct IncomingQuestion {
    let arrival: Instant
    let text: String

    static func all(seed: UInt64) -> [IncomingQuestion] {
        var random = SeededRandom(seed: seed)
        var questions: [IncomingQuestion] = []
        var now = Instant.origin
        let end = OutagePhase.all.last?.end ?? now
        while true {
            now = now + .milliseconds(Int.random(in: 1...999, using: &random))
            guard now < end else { return questions }
            let text = HelpDesk.questions.randomElement(using: &random) ?? ""
            questions.append(IncomingQuestion(arrival: now, text: text))
        }
    }
}
