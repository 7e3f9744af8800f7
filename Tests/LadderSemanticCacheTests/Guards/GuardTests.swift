import LadderSemanticCache
import LadderTesting
import Testing

@Suite struct GuardTests {
    @Test(arguments: [
        ("turn on dark mode", "turn off dark mode"),
        ("from Paris to Rome", "from Rome to Paris"),
        ("10 mg", "100 mg"),
        ("with sugar", "without sugar"),
        ("2023 results", "2024 results"),
        ("Apple", "Google"),
        ("apple", "google"),
        ("increase", "decrease"),
        ("before", "after"),
        ("all", "some"),
        ("How do I turn on dark mode?", "How do I turn off dark mode?"),
        ("Is it safe with sugar?", "Is it safe without sugar?"),
        ("Results of Apple", "Results of Google"),
        ("How do I increase the font size?", "How do I decrease the font size?"),
        ("Take it before lunch", "Take it after lunch"),
        ("Do all of them fly?", "Do some of them fly?"),
    ])
    func `two questions never serve each other`(first: String, second: String) {
        #expect(standardVeto(first, second) != nil)
        #expect(standardVeto(second, first) != nil)
    }

    @Test(arguments: QuestionPairs.differing.flatMap(\.all) + QuestionPairs.rephrasings.flatMap(\.all))
    func `exchanging two questions gives the same decision`(first: String, second: String) {
        let pair = QuestionPair(asked: Question(first), stored: Question(second))
        let exchanged = QuestionPair(asked: Question(second), stored: Question(first))
        for semanticGuard in [any SemanticGuard].standard {
            #expect(
                (semanticGuard.veto(pair) == nil) == (semanticGuard.veto(exchanged) == nil), "\(semanticGuard.name)")
        }
    }

    @Test func `a question in other case, punctuation, spaces and politeness is never vetoed`() {
        for (first, second) in (QuestionPairs.differing + QuestionPairs.rephrasings).flatMap(\.all) {
            for text in [first, second] {
                let bare = text.filter { $0 != "?" }
                let variants = [
                    text, text.uppercased(), text.lowercased(), bare, text + "!!", "  " + text + " \n",
                    text.split(separator: " ").joined(separator: "   "), "Please: " + text, "Hi, " + text + " Thanks!",
                ]
                for variant in variants {
                    #expect(standardVeto(text, variant) == nil, "\(text) | \(variant)")
                }
            }
        }
    }

    @Test func `a reason has no words of the questions`() {
        for (first, second) in QuestionPairs.differing.flatMap(\.all) {
            let pair = QuestionPair(asked: Question("xylo \(first)"), stored: Question("yarrow \(second)"))
            for semanticGuard in [any SemanticGuard].standard {
                guard let veto = semanticGuard.veto(pair) else { continue }
                #expect(veto.guardName == semanticGuard.name)
                #expect(!veto.reason.contains("xylo") && !veto.reason.contains("yarrow"))
            }
        }
    }

    @Test(arguments: [
        ("", ""), ("", "a"), (" ", "?"), ("🍎", "🍏"), ("👩‍👩‍👧‍👦 family", "👨‍👩‍👧 family"),
        ("e\u{301}\u{301}", "é"),
        ("\u{301}", "a"), ("-", "--"), ("1.2.3.4.5", "...1"), ("to", "from"), ("from to from", "to to in in than"),
        ("not", "no not never"), ("how", "what how why"), ("一二三", "三二一"), ("не", "да"),
        ("1e999", "99999999999999999999"),

        ("second", "seconds"), ("may", "march"), ("going to", "used to"), ("２０２３", "2023"),
    ])
    func `a guard accepts every text`(first: String, second: String) {
        _ = standardVeto(first, second)
        #expect(standardVeto(first, first) == nil)
    }

    @Test func `a guard accepts long texts`() {
        let pieces = [
            "a ", "word 12 ", "🍎", "e\u{301}", "\u{301}", "from a to b in c ", "not ", "一", "a1", "9.", "-",
        ]
        for piece in pieces {
            for count in [400, 4_000, 10_000] {
                let text = String(repeating: piece, count: max(1, count / piece.count))
                #expect(standardVeto(text, text) == nil)
                _ = standardVeto(text, "x" + text)
            }
        }
    }

    @Test func `a text that is too long to read serves an equal one alone`() {
        let long = String(repeating: "word ", count: 401)
        #expect(standardVeto(long, long) == nil)
        for other in ["word", long + "x"] {
            #expect(standardVeto(long, other) != nil)
            #expect(standardVeto(other, long) != nil)
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `random texts of known words are compared in both orders alike`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pairs = (QuestionPairs.differing + QuestionPairs.rephrasings).flatMap(\.all)
        let words = pairs.flatMap { ($0.0 + " " + $0.1).split(separator: " ").map { String($0) } }
        for _ in 0..<200 {
            let count = Int.random(in: 1...12, using: &random)
            var chosen = (0..<count).map { _ in words[Int.random(in: words.indices, using: &random)] }
            let first = chosen.joined(separator: " ")
            chosen[Int.random(in: chosen.indices, using: &random)] =
                words[Int.random(in: words.indices, using: &random)]
            let second = chosen.shuffled(using: &random).joined(separator: " ")
            #expect(standardVeto(first, first) == nil, "\(first)")
            #expect(
                (standardVeto(first, second) == nil) == (standardVeto(second, first) == nil), "\(first) | \(second)")
        }
    }

    @Test func `guards can be listed, replaced and added`() {
        var guards: [any SemanticGuard] = .standard
        #expect(Set(guards.map(\.name)).count == guards.count)
        guards.removeAll { $0.name == "numbers" }
        guards.append(NumberGuard())
        #expect(guards.last?.name == "numbers")
    }
}
