import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// What an embedder adds to the words.
@Suite struct BlendTests {
    @Test(arguments: [
        ("How many days until I am reimbursed?", "Five days."), ("Undo my purchase", "Before it ships."),
        ("Activate it abroad", "In settings."), ("Prolong the 14 day tryout", "Yes."),
    ])
    func `a wording nobody wrote down is answered`(question: String, answer: String) throws {
        #expect(FAQIndex(Desk.entries).match(question) == nil)
        let desk = try Desk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.text == answer)
        #expect(result.level == .staticFAQ)
        #expect(result.notes.last?.hasSuffix("by meaning") == true)
        #expect((0.92...1).contains(result.similarity ?? 0))
    }

    @Test(arguments: [
        "How do I bake bread?", "What is love?", "purchase", "days", "", "?!",
        String(repeating: "refund ", count: 60),
    ])
    func `what no entry is about gets the apology`(question: String) throws {
        let desk = try Desk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.level == .apology)
    }

    @Test(arguments: [
        "Switch it off abroad", "How do I turn off roaming?", "I am never repaid, how many days?",
        "Prolong the 15 day tryout",
    ])
    func `however close the vectors are, vetoes hold`(question: String) throws {
        let desk = try Desk()
        let result = try desk.simulation.run { try await desk.ask(question) }
        #expect(result.level == .apology, "\(result)")
    }

    @Test func `a second phrasing does not overrule the objection of the closest`() throws {
        let entries = [faq("roaming", "In settings.", ["turn on roaming", "roaming"])]
        var policy = StaticFAQPolicy()
        policy.blend.threshold = 0.6
        let desk = try Desk(policy: policy, entries: entries)
        #expect(try desk.simulation.run { try await desk.ask("go abroad with it off").level } == .apology)
        #expect(try desk.simulation.run { try await desk.ask("go abroad with it").level } == .staticFAQ)
    }

    @Test func `two entries that mean about the same are doubt`() throws {
        let twins = [faq("a", "A", ["When is it repaid?"]), faq("b", "B", ["How long for money?"])]
        let question = "days until reimbursed"
        let doubt = try Desk(entries: twins)
        #expect(try doubt.simulation.run { try await doubt.ask(question).level } == .apology)
        var policy = StaticFAQPolicy()
        policy.blend.margin = 0
        let bold = try Desk(policy: policy, entries: twins)
        #expect(try bold.simulation.run { try await bold.ask(question).level } == .staticFAQ)
    }

    @Test func `words add to a cosine that alone is not enough`() throws {
        // Half of the question is what the toy knows, half are words it does not.
        let entries = [faq("a", "A", ["reimbursed gallery ticket"]), faq("b", "B", ["cancel ticket"])]
        let question = "gallery ticket money when"
        var policy = StaticFAQPolicy(matching: FAQMatching(threshold: 0.99))
        policy.blend.threshold = 0.76
        policy.blend.wordWeight = 0
        let deaf = try Desk(policy: policy, entries: entries)
        #expect(try deaf.simulation.run { try await deaf.ask(question).level } == .apology)
        policy.blend.wordWeight = 0.4
        let both = try Desk(policy: policy, entries: entries)
        #expect(try both.simulation.run { try await both.ask(question).text } == "A")
    }

    @Test func `clear questions and calls that succeed do not ask about the question`() throws {
        let desk = try Desk()
        try desk.simulation.run {
            _ = try await desk.ask("How long does a refund take?")
            desk.modelIs(up: true)
            _ = try await desk.ask("Undo my purchase")
        }
        #expect(desk.embedder.asks == [Desk.entries.flatMap(\.phrasings)])
    }

    @Test func `the phrasings are embedded once, however many callers fail at once`() throws {
        let desk = try Desk(.slow(.milliseconds(50)))
        let answers = try desk.simulation.run {
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<30 { group.addTask { try await desk.ask("Undo my purchase").text } }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
        }
        #expect(answers == Array(repeating: "Before it ships.", count: 30))
        #expect(desk.embedder.asks.count { $0.count > 1 } == 1)
        #expect(desk.simulation.alive.isEmpty)
    }

    @Test func `phrasings wait for the first failure if so wanted`() throws {
        var policy = StaticFAQPolicy()
        policy.blend.preparesEarly = false
        let desk = try Desk(policy: policy)
        try desk.simulation.run {
            desk.modelIs(up: true)
            _ = try await desk.ask("Undo my purchase")
            #expect(desk.embedder.asks.isEmpty)
            desk.modelIs(up: false)
            #expect(try await desk.ask("Undo my purchase").text == "Before it ships.")
        }
    }

    @Test func `entries of other languages are left out`() throws {
        var entries = Desk.entries
        entries[1].language = "de"
        let desk = try Desk(entries: entries)
        try desk.simulation.run {
            let english = CallOptions(scope: CallScope(tags: ["language": "en"]))
            let german = CallOptions(scope: CallScope(tags: ["language": "de-AT"]))
            let foreign = try await desk.ask("Undo my purchase", options: english)
            let own = try await desk.ask("Undo my purchase", options: german)
            #expect(foreign.level == .apology)
            #expect(own.text == "Before it ships.")
        }
    }

    @Test func `more than one batch keeps its order`() throws {
        let many = (0..<300).map { faq("filler \($0)", "no", ["filler number \($0) of the cancel"]) }
        let desk = try Desk(entries: many + Desk.entries)
        #expect(try desk.simulation.run { try await desk.ask("how many days until reimbursed").text } == "Five days.")
        #expect(desk.embedder.asks.map(\.count) == [64, 64, 64, 64, 50, 1])
    }
}
