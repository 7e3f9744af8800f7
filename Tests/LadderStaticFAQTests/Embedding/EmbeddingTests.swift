import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// Matching with an embedder.
@Suite struct EmbeddingTests {
    @Test(arguments: [
        ("How many days until I am reimbursed?", "Five days."), ("Undo my purchase", "Before it ships."),
        ("Activate it abroad", "In settings."), ("Prolong the 14 day tryout", "Yes."),
    ])
    func `a question in other words than its entry is answered`(question: String, answer: String) throws {
        #expect(FAQIndex(HelpDesk.entries).match(question) == nil)
        let desk = try HelpDesk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.text == answer)
        #expect(result.level == .staticFAQ)
        #expect(result.notes.last?.hasSuffix("by embedding") == true)
        #expect((0.92...1).contains(result.similarity ?? 0))
    }

    @Test(arguments: [
        "How do I bake bread?", "What is love?", "purchase", "days", "", "?!",
        String(repeating: "refund ", count: 60),
    ])
    func `a question that no entry is about gets the apology`(question: String) throws {
        let desk = try HelpDesk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.level == .apology)
    }

    @Test(arguments: [
        "Switch it off abroad", "How do I turn off roaming?", "I am never repaid, how many days?",
        "Prolong the 15 day tryout", "Why is it repaid after days?", "Who is repaid in 1999?",
    ])
    func `an objection holds however close the vectors are`(question: String) throws {
        let desk = try HelpDesk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.level == .apology, "\(result)")
    }

    @Test func `a second phrasing does not overrule the objection of the closest`() throws {
        let entries = [faq("roaming", answer: "In settings.", phrasings: ["turn on roaming", "roaming"])]
        var policy = StaticFAQPolicy()
        policy.embedding.threshold = 0.6
        let desk = try HelpDesk(policy: policy, entries: entries)
        #expect(try desk.simulation.run { try await desk.ask("go abroad with it off").level } == .apology)
        #expect(try desk.simulation.run { try await desk.ask("go abroad with it").level } == .staticFAQ)
    }

    @Test func `neither of two entries with the same meaning answers`() throws {
        let twins = [
            faq("a", answer: "A", phrasings: ["When is it repaid?"]),
            faq("b", answer: "B", phrasings: ["How long for money?"]),
        ]
        let question = "days until reimbursed"
        let doubt = try HelpDesk(entries: twins)
        #expect(try doubt.simulation.run { try await doubt.ask(question).level } == .apology)
        var policy = StaticFAQPolicy()
        policy.embedding.margin = 0
        let bold = try HelpDesk(policy: policy, entries: twins)
        #expect(try bold.simulation.run { try await bold.ask(question).level } == .staticFAQ)
    }

    @Test func `words add to a cosine that alone is not enough`() throws {
        // The embedder knows half of the words of the question.
        let entries = [
            faq("a", answer: "A", phrasings: ["reimbursed gallery ticket"]),
            faq("b", answer: "B", phrasings: ["cancel ticket"]),
        ]
        let question = "gallery ticket money when"
        var policy = StaticFAQPolicy(matching: FAQMatchingPolicy(threshold: 0.99))
        policy.embedding.threshold = 0.76
        policy.embedding.wordWeight = 0
        let without = try HelpDesk(policy: policy, entries: entries)
        #expect(try without.simulation.run { try await without.ask(question).level } == .apology)
        policy.embedding.wordWeight = 0.4
        let with = try HelpDesk(policy: policy, entries: entries)
        #expect(try with.simulation.run { try await with.ask(question).text } == "A")
    }

    @Test func `clear questions and calls that succeed do not embed the question`() throws {
        let desk = try HelpDesk()
        try desk.simulation.run {
            _ = try await desk.ask("How long does a refund take?")
            desk.setModel(isUp: true)
            _ = try await desk.ask("Undo my purchase")
        }
        #expect(desk.embedder.calls == [HelpDesk.entries.flatMap(\.phrasings)])
    }

    @Test func `the phrasings are embedded once, however many callers fail at once`() throws {
        let desk = try HelpDesk(.slow(.milliseconds(50)))
        let answers = try desk.simulation.run {
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<30 { group.addTask { try await desk.ask("Undo my purchase").text } }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
        }
        #expect(answers == Array(repeating: "Before it ships.", count: 30))
        #expect(desk.embedder.calls.count { $0.count > 1 } == 1)
        #expect(desk.simulation.alive.isEmpty)
    }

    @Test func `without early preparation the phrasings are embedded at the first failure`() throws {
        var policy = StaticFAQPolicy()
        policy.embedding.preparesEarly = false
        let desk = try HelpDesk(policy: policy)
        try desk.simulation.run {
            desk.setModel(isUp: true)
            _ = try await desk.ask("Undo my purchase")
            #expect(desk.embedder.calls.isEmpty)
            desk.setModel(isUp: false)
            #expect(try await desk.ask("Undo my purchase").text == "Before it ships.")
        }
    }

    @Test func `entries of other languages are left out`() throws {
        var entries = HelpDesk.entries
        entries[1].language = "de"
        let desk = try HelpDesk(entries: entries)
        try desk.simulation.run {
            let english = CallOptions(scope: CallScope(tags: ["language": "en"]))
            let german = CallOptions(scope: CallScope(tags: ["language": "de-AT"]))
            let foreign = try await desk.ask("Undo my purchase", options: english)
            let own = try await desk.ask("Undo my purchase", options: german)
            #expect(foreign.level == .apology)
            #expect(own.text == "Before it ships.")
        }
    }

    @Test func `phrasings in several batches keep their order`() throws {
        let many = (0..<300).map { faq("filler \($0)", answer: "no", phrasings: ["filler number \($0) of the cancel"]) }
        let desk = try HelpDesk(entries: many + HelpDesk.entries)
        #expect(try desk.simulation.run { try await desk.ask("how many days until reimbursed").text } == "Five days.")
        #expect(desk.embedder.calls.map(\.count) == [64, 64, 64, 64, 50, 1])
    }
}
