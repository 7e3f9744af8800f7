import LadderStaticFAQ
import Testing

@Suite struct FAQIndexTests {
    static let entries: [FAQEntry] = [
        faq(
            "refund", answer: "Five days.", phrasings: ["How long does a refund take?", "When do I get my money back?"]),
        faq("cancel", answer: "Before it ships.", phrasings: ["How do I cancel my order?", "Stop my purchase"]),
        faq("login", answer: "Reset it.", phrasings: ["I cannot log in", "The login does not work"]),
        faq("on", answer: "In settings.", phrasings: ["How do I turn on roaming?"]),
        faq("trial14", answer: "Yes.", phrasings: ["Can I extend the 14 day trial?"]),
        faq("trial30", answer: "No.", phrasings: ["Can I extend the 30 day trial?"]),
        faq("thai", answer: "ใช่", phrasings: ["ยกเลิกคำสั่งซื้ออย่างไร"]),
        faq("kanji", answer: "はい", phrasings: ["返品の送料はいくらですか"]),
        faq("strasse", answer: "Ja.", phrasings: ["Wie ändere ich die Straße?"]),
    ]
    static let index = FAQIndex(entries)

    @Test(arguments: [
        ("How long does a refund take?", "refund"), ("REFUND: how long does it take", "refund"),
        ("how long do refunds taek", "refund"),
        ("how lnog does a refudn take", "refund"), ("take a refund does how long", "refund"),
        ("How do I cancel my ordr?", "cancel"),
        ("cancelling my order", "cancel"), ("i can't log in", "login"), ("I cannot login", "login"),
        ("login doesn't work", "login"),
        ("ｈｏｗ ｄｏ Ｉ ｔｕｒｎ ｏｎ ｒｏａｍｉｎｇ", "on"), ("extend the 14 day trial", "trial14"),
        ("extend the 30 day trial", "trial30"),
        ("ยกเลิกคำสั่งซื้ออย่างไร", "thai"), ("返品の送料はいくら", "kanji"), ("wie andere ich die STRASSE", "strasse"),
    ])
    func `a question finds its entry`(question: String, id: String) {
        #expect(Self.index.match(question)?.entry.id == id)
    }

    @Test(arguments: [
        "", "   ", "?!", "the", "how do I", "What is the capital of France?", "How do I cancel my wedding?", "refund",
        "I don't want a refund, how long does it take?", "How do I turn off roaming?", "Can I extend the 60 day trial?",
        "Can I extend the trial?", "I can log in", "roaming roaming roaming", "order of the refund",
    ])
    func `in doubt there is no answer`(question: String) {
        #expect(
            Self.index.match(question) == nil,
            "\(Self.index.ranked(question, limit: 2).map { ($0.phrasing, $0.score) })")
    }

    @Test(arguments: [
        ("How do I turn off roaming?", "on", FAQObjection.opposite), ("How do I not turn on roaming?", "on", .negation),
        ("Can I please extend the 15 day trial?", "trial14", .numbers),
    ])
    func `the ranking names what forbids an answer`(question: String, id: String, objection: FAQObjection) throws {
        let best = try #require(Self.index.ranked(question).first)
        #expect(best.entry.id == id)
        #expect(best.objection == objection)
        #expect(best.score > 0.7)
    }

    @Test func `neither of two equal entries answers, unless the margin is zero`() {
        let twins = [
            faq("a", answer: "A", phrasings: ["Where is the office?"]),
            faq("b", answer: "B", phrasings: ["Where is the office?"]),
        ]
        #expect(FAQIndex(twins).match("Where is the office?") == nil)
        #expect(FAQIndex(twins, matching: FAQMatchingPolicy(margin: 0)).match("Where is the office?")?.entry.id == "a")
    }

    @Test func `the threshold decides`() {
        let question = "How do I cancel my order in Spain?"
        let score = Self.index.ranked(question)[0].score
        #expect(
            FAQIndex(Self.entries, matching: FAQMatchingPolicy(threshold: score - 0.01)).match(question)?.entry.id
                == "cancel"
        )
        #expect(FAQIndex(Self.entries, matching: FAQMatchingPolicy(threshold: score + 0.01)).match(question) == nil)
    }

    @Test func `an exact phrasing scores one and a score never leaves its range`() {
        for entry in Self.entries {
            for phrasing in entry.phrasings {
                #expect((Self.index.ranked(phrasing).first?.score ?? 0) > 0.9999)
                for match in Self.index.ranked(phrasing + " " + phrasing + " refund order", limit: 100) {
                    #expect((0...1).contains(match.score))
                }
            }
        }
    }

    @Test func `an unknown word lowers the score more than a stop word`() {
        let plain = Self.index.ranked("how do I cancel my order")[0].score
        let polite = Self.index.ranked("how do I please cancel my order")[0].score
        let strange = Self.index.ranked("how do I zebra cancel my order")[0].score
        #expect(plain > strange + 0.1)
        #expect(polite > strange + 0.1)
    }

    @Test func `each further misspelled word costs more than the one before`() throws {
        func score(_ question: String) throws -> Double {
            try #require(Self.index.ranked(question, limit: 1).first).score
        }
        let correct = try score("How do I cancel my order?")
        let one = try score("How do I cnacel my order?")
        let two = try score("How do I cnacel my ordre?")
        #expect(correct - one > 0.01)
        #expect(one - two > (correct - one) + 0.03)
        // `gold` and `bars` are one letter away from `hold` and `cars` of the rental entries.
        #expect(FAQIndex(allEntries).match("Can I deposit gold bars?") == nil)
    }

    @Test func `a question in one language is not answered in another`() {
        var entries = [
            faq("de", answer: "Ja.", phrasings: ["Wo ist die Filiale?"]),
            faq("any", answer: "…", phrasings: ["Hotline"]),
        ]
        entries[0].language = "de-AT"
        let index = FAQIndex(entries)
        #expect(index.match("Wo ist die Filiale?")?.entry.id == "de")
        #expect(index.match("Wo ist die Filiale?", language: "de")?.entry.id == "de")
        #expect(index.match("Wo ist die Filiale?", language: "en-US") == nil)
        #expect(index.match("Hotline", language: "en")?.entry.id == "any")
    }

    @Test func `overlong questions and empty indexes have no matches`() {
        let question = "How do I cancel my order?"
        let long = Array(repeating: question, count: 30).joined(separator: " ")
        #expect(Self.index.ranked(long).isEmpty)
        #expect(FAQIndex([]).match(question) == nil)
        #expect(
            FAQIndex([faq("x", answer: "", phrasings: []), faq("y", answer: "", phrasings: ["", "?!"])]).ranked(
                question
            ).isEmpty)
        #expect(Self.index.ranked(question, limit: 0).isEmpty)
        #expect(Self.index.ranked(question, limit: -1).isEmpty)
    }

    @Test func `entries with the same score keep their order`() {
        let many = (0..<700).map {
            faq("\($0)", answer: "", phrasings: ["Where is office \($0 % 2 == 0 ? "Berlin" : "Paris")?"])
        }
        let ranked = FAQIndex(many).ranked("where is office Berlin", limit: 700)
        #expect(ranked.count >= 256)
        #expect(ranked.prefix(200).map(\.entry.id) == (0..<200).map { "\($0 * 2)" })
    }

    @Test func `a rare word decides among phrasings that differ in nothing else`() {
        let many = (0..<2000).map {
            faq("\($0)", answer: "", phrasings: ["How do I return the blue widget number n\($0)x?"])
        }
        let index = FAQIndex(many)
        for number in [0, 1, 999, 1999] {
            #expect(index.match("return blue widget number n\(number)x")?.entry.id == "\(number)")
        }
        #expect(index.match("return blue widget number") == nil)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -0.1, 1.1])
    func `an option out of range is a problem and never a trap`(value: Double) {
        let matching = FAQMatchingPolicy(threshold: value, margin: value, maximumLength: 0)
        #expect(matching.problems.count == 3)
        _ = FAQIndex(Self.entries, matching: matching).match("How do I cancel my order?")
        #expect(FAQMatchingPolicy().problems.isEmpty)
    }
}
