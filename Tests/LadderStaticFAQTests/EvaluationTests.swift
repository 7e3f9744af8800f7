import Foundation
import Testing

@testable import LadderStaticFAQ

@Suite struct EvaluationTests {
    @Test func `numbers`() {
        var scorings: [(String, FAQScoring)] = [("default", FAQScoring())]
        if let spec = ProcessInfo.processInfo.environment["GRID"] {
            for part in spec.split(separator: ";") {
                var s = FAQScoring()
                for kv in part.split(separator: ",") {
                    let p = kv.split(separator: "=")
                    let v = Float(p[1])!
                    switch p[0] {
                    case "stop": s.stopWord = v
                    case "floor": s.floor = v
                    case "unk": s.unknown = v
                    case "slipw": s.slipWeight = v
                    case "slipc": s.slipCredit = v
                    case "sib": s.sibling = v
                    case "ans": s.answer = v
                    case "ss": s.shortSlip = v
                    case "sg": s.slipGrowth = v
                    case "frag": s.fragment = v
                    case "unk3": s.unknown3 = v
                    case "side": s.side = v
                    case "mean": s.mean = v
                    case "lone": s.loneWord = v
                    default: fatalError()
                    }
                }
                scorings.append((String(part), s))
            }
        }
        for (name, s) in scorings {
            var loo: [(Double, Double, Bool)] = []
            for fold in 0..<5 {
                let kept = allEntries.map { e in
                    var e = e
                    e.phrasings.remove(at: fold)
                    return e
                }
                let index = FAQIndex(kept, matching: FAQMatching(), scoring: s)
                for e in allEntries { loo.append(ask(index, e.phrasings[fold], e.id)) }
            }
            print("== \(name)"); print("loo top1", loo.count { $0.2 })
            if ProcessInfo.processInfo.environment["LOO"] != nil {
                for fold in 0..<5 {
                    let kept = allEntries.map { e in
                        var e = e
                        e.phrasings.remove(at: fold)
                        return e
                    }
                    let index = FAQIndex(kept, matching: FAQMatching(), scoring: s)
                    for e in allEntries {
                        let r = index.ranked(e.phrasings[fold], limit: 8)
                        if let b = r.first, b.score > 0.70, b.entry.id != e.id {
                            let own = r.first { $0.entry.id == e.id }
                            print(String(format: "LOO %.3f", b.score), e.phrasings[fold], "→", b.phrasing, "| own", own?.score ?? 0, own?.phrasing ?? "")
                        }
                    }
                }
            }
            let index = FAQIndex(allEntries, matching: FAQMatching(), scoring: s)
            var typo: [(Double, Double, Bool)] = []
            var seed: UInt64 = 1
            var order: [(Double, Double, Bool)] = []
            for e in allEntries {
                for p in e.phrasings {
                    let wrong = Slips.misspelled(p, &seed)
                    typo.append(ask(index, wrong, e.id))
                    if typo.last!.0 < 0.78 { print("TYPO", typo.last!, p, "→", wrong) }
                    order.append(ask(index, Slips.reordered(p, &seed), e.id))
                }
            }
            let oos = (nearTopicQuestions + elsewhereQuestions).map { ask(index, $0, "") }

            for t in stride(from: 0.54, through: 0.86, by: 0.04) {
                for m in [0.0, 0.04, 0.08] {
                    func rate(_ a: [(Double, Double, Bool)], _ right: Bool) -> Int {
                        a.count { $0.0 >= t && $0.0 - $0.1 >= m && $0.2 == right }
                    }
                    print(String(format: "t %.2f m %.2f typo %d wrong %d | order %d wrong %d | oos %d | loo right %d wrong %d", t, m,
                        rate(typo, true), rate(typo, false), rate(order, true), rate(order, false), rate(oos, false), rate(loo, true), rate(loo, false)))
                }
            }
            if ProcessInfo.processInfo.environment["SHOW"] != nil {
                for q in nearTopicQuestions + elsewhereQuestions {
                    let r = index.ranked(q, limit: 2)
                    guard let b = r.first, b.score > 0.55, b.objection == nil else { continue }
                    print(String(format: "%.3f %.3f", b.score, b.score - (r.count > 1 ? r[1].score : 0)), q, "→", b.phrasing)
                }
            }
        }
    }

    func ask(_ index: FAQIndex, _ q: String, _ id: String) -> (Double, Double, Bool) {
        let r = index.ranked(q, limit: 8)
        guard let b = r.first, b.objection == nil else { return (0, 0, false) }
        return (b.score, r.dropFirst().first { $0.objection == nil }?.score ?? 0, b.entry.id == id)
    }
}
