import Foundation
import LadderSemanticCache
import Testing

/// Returns the first veto of the standard guards on two questions.
func standardVeto(_ first: String, _ second: String) -> GuardVeto? {
    let pair = QuestionPair(asked: Question(first), stored: Question(second))
    return [any SemanticGuard].standard.lazy.compactMap { $0.veto(pair) }.first
}

@Suite struct GuardTableTests {
    /// Which half to print with its wrong decisions: `tuned`, `heldOut` or `fresh`.
    private static let shown = ProcessInfo.processInfo.environment["LADDER_SHOW"]

    @Test(arguments: QuestionPairs.differing.indices)
    func `at least 95 % of the questions with different answers are vetoed`(index: Int) {
        let list = QuestionPairs.differing[index]
        #expect(list.all.count >= 30)
        let vetoed = list.all.count { standardVeto($0.0, $0.1) != nil }
        #expect(vetoed * 100 >= list.all.count * 95, "\(list.name): \(vetoed) of \(list.all.count)")
    }

    @Test func `at least 95 % of the pairs written after the rules are vetoed`() {
        let pairs = QuestionPairs.fresh.all
        let vetoed = pairs.count { standardVeto($0.0, $0.1) != nil }
        #expect(vetoed * 100 >= pairs.count * 95, "\(vetoed) of \(pairs.count)")
    }

    @Test func `at most 5 % of the true rephrasings are vetoed`() {
        let pairs = QuestionPairs.rephrasings.flatMap(\.all)
        #expect(pairs.count >= 200)
        let vetoed = pairs.count { standardVeto($0.0, $0.1) != nil }
        #expect(vetoed * 100 <= pairs.count * 5, "\(vetoed) of \(pairs.count)")
    }

    @Test(.enabled(if: shown != nil)) func `the wrong decisions are printed`() {
        if Self.shown == "fresh" { return report(QuestionPairs.fresh, QuestionPairs.fresh.heldOut, wantsVeto: true) }
        let isTuned = Self.shown == "tuned"
        for list in QuestionPairs.differing { report(list, isTuned ? list.tuned : list.heldOut, wantsVeto: true) }
        for list in QuestionPairs.rephrasings { report(list, isTuned ? list.tuned : list.heldOut, wantsVeto: false) }
    }

    private func report(_ list: QuestionPairs, _ pairs: [(String, String)], wantsVeto: Bool) {
        let decided = pairs.map { ($0, standardVeto($0.0, $0.1)) }
        let wrong = decided.filter { ($0.1 != nil) != wantsVeto }
        print("\(list.name): \(pairs.count - wrong.count) of \(pairs.count) right")
        for (pair, veto) in wrong {
            print("   \(veto?.description ?? "") \(veto?.evidence ?? []): \(pair.0) | \(pair.1)")
        }
    }
}
