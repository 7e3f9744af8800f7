import Ladder
import LadderTesting

/// Somebody comes with a question. Both ways of asking meet the same people at the same moments.
struct Visit {
    let arrival: Instant
    let question: String

    static func all(seed: UInt64) -> [Visit] {
        var random = SeededRandom(seed: seed)
        var visits: [Visit] = []
        var now = Instant.origin
        let end = OutagePhase.all.last?.end ?? now
        while true {
            now = now + .milliseconds(Int.random(in: 1...999, using: &random))
            guard now < end else { return visits }
            visits.append(Visit(arrival: now, question: HelpDesk.questions.randomElement(using: &random) ?? ""))
        }
    }
}
