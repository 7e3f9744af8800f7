import Foundation
import LadderSemanticCache
import Testing

/// Returns the first veto of the standard guards on two questions.
func standardVeto(_ first: String, _ second: String) -> GuardVeto? {
    let pair = QuestionPair(asked: Question(first), stored: Question(second))
    return [any SemanticGuard].standard.lazy.compactMap { $0.veto(pair) }.first
}

@Suite struct GuardTableTests {
    /// Prints the pairs that are decided wrongly: `LADDER_SHOW=tuned` or `heldOut`.
    private static let shown = ProcessInfo.processInfo.environment["LADDER_SHOW"]

    @Test(arguments: ["tuned", "heldOut"])
    func table(half: String) {
        guard Self.shown == half || Self.shown == "both" else { return }
        for list in QuestionPairs.differing {
            let pairs = half == "tuned" ? list.tuned : list.heldOut
            let missed = pairs.filter { standardVeto($0.0, $0.1) == nil }
            print("\(half) \(list.name): \(pairs.count - missed.count) of \(pairs.count)")
            for pair in missed { print("   missed: \(pair.0) | \(pair.1)") }
        }
        for list in QuestionPairs.rephrasings {
            let pairs = half == "tuned" ? list.tuned : list.heldOut
            let vetoed = pairs.compactMap { pair in standardVeto(pair.0, pair.1).map { (pair, $0) } }
            print("\(half) \(list.name): \(vetoed.count) of \(pairs.count) vetoed")
            for (pair, veto) in vetoed { print("   \(veto) \(veto.evidence): \(pair.0) | \(pair.1)") }
        }
    }
}
