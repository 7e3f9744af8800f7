import Ladder
import LadderTesting

/// Random right and wrong hits of a replay, to be read by eye: a label is not an answer.
struct SemanticExamples {
    let setup: SemanticSetup
    /// The threshold; nil takes the standard one of the embedder.
    let threshold: Double?

    private static let count = 50

    func print() async throws {
        var hits: [SemanticReplay.Hit] = []
        let replay = SemanticReplay(setup.shuffled(seed: 1), embedder: setup.embedder, guards: setup.guards)
        let threshold = threshold ?? setup.embedder.thresholds.standard
        _ = try await replay.results(thresholds: [threshold], maximumEntries: [10_000]) { hit, _ in hits.append(hit) }
        var random = SeededRandom(seed: 1)
        for isRight in [false, true] {
            let chosen = hits.filter { $0.isRight == isRight }.shuffled(using: &random).prefix(Self.count)
            Swift.print("\n\(chosen.count) \(isRight ? "hits with the same label" : "hits with another label")")
            for hit in chosen {
                Swift.print("\(hit.similarity.text(digits: 3))  \(hit.asked.text)  [\(hit.asked.label)]")
                Swift.print("       \(hit.stored.text)\(isRight ? "" : "  [\(hit.stored.label)]")")
            }
        }
    }
}
