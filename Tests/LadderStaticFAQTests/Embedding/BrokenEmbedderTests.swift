import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// An embedder that is slow, fails or returns invalid vectors must not change or delay answers.
@Suite struct BrokenEmbedderTests {
    private static let question = "Undo my purchase"

    /// Returns a help desk whose embedder takes on the behaviour after it has embedded the phrasings.
    private func helpDesk(then behaviour: SynonymEmbedder.Behaviour, seed: UInt64 = 5) throws -> HelpDesk {
        let desk = try HelpDesk(seed: seed)
        try desk.simulation.run {
            let answer = try await desk.ask(Self.question)
            #expect(answer.text == "Before it ships.")
            desk.embedder.set(behaviour)
        }
        return desk
    }

    @Test(arguments: [SynonymEmbedder.Behaviour.hangs, .ignoresCancellation, .slow(.seconds(1))], [true, false])
    func `an embedder that does not return delays only the first of many calls`(
        behaviour: SynonymEmbedder.Behaviour, isBrokenFromTheStart: Bool
    ) throws {
        let desk = isBrokenFromTheStart ? try HelpDesk(behaviour) : try helpDesk(then: behaviour)
        let waits = try desk.simulation.run {
            var waits: [Duration] = []
            for _ in 0..<60 {
                let answer = try await desk.ask(Self.question)
                #expect(answer.level == .apology)
                waits.append(answer.took)
                try await desk.simulation.sleep(until: desk.simulation.now + .milliseconds(900))
            }
            return waits
        }
        #expect(waits[0] == .milliseconds(300))
        #expect(waits.allSatisfy { $0 <= .milliseconds(300) })
        #expect(waits.count { $0 > .zero } <= 3, "\(waits)")
        #expect(desk.simulation.alive.isEmpty)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `after the cooldown one call tries the embedder and the others do not wait`(seed: UInt64) throws {
        let desk = try helpDesk(then: .hangs, seed: seed)
        try desk.simulation.run {
            #expect(try await desk.ask(Self.question).took == .milliseconds(300))
            try await desk.simulation.sleep(until: desk.simulation.now + .seconds(31))
            let delayed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await desk.ask(Self.question).took > .zero } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(delayed == 1)
            desk.embedder.set(.healthy)
            try await desk.simulation.sleep(until: desk.simulation.now + .seconds(31))
            #expect(try await desk.ask(Self.question).text == "Before it ships.")
        }
    }

    @Test(arguments: [
        SynonymEmbedder.Behaviour.fails, .throwsCancellation, .short, .missing, .notNumbers, .zero, .infinite,
    ])
    func `errors and invalid vectors change no answer and start a cooldown`(behaviour: SynonymEmbedder.Behaviour) throws
    {
        for isBrokenFromTheStart in [true, false] {
            let desk = isBrokenFromTheStart ? try HelpDesk(behaviour) : try helpDesk(then: behaviour)
            try desk.simulation.run {
                let asked = desk.embedder.calls.count
                let answer = try await desk.ask(Self.question)
                #expect(answer.level == .apology)
                #expect(answer.took == .zero)
                #expect(try await desk.ask("How do I cancel my order?").text == "Before it ships.")
                _ = try await desk.ask(Self.question)
                #expect(desk.embedder.calls.count == asked + 1, "it was called during its cooldown")
                desk.embedder.set(.healthy)
                try await desk.simulation.sleep(until: desk.simulation.now + .seconds(30))
                #expect(try await desk.ask(Self.question).text == "Before it ships.")
            }
        }
    }

    @Test func `a call does not wait past its deadline`() throws {
        let desk = try helpDesk(then: .hangs)
        try desk.simulation.run {
            let hurried = try await desk.ask(Self.question, options: CallOptions(timeLimit: .milliseconds(100)))
            #expect(hurried.took == .milliseconds(100))
            #expect(hurried.level == .apology)
            // The deadline was shorter than the time limit, so there is no cooldown.
            #expect(try await desk.ask(Self.question).took == .milliseconds(300))
            #expect(try await desk.ask(Self.question).took == .zero)
        }
    }

    @Test(arguments: [true, false], 1...5 as ClosedRange<UInt64>)
    func `a cancelled call ends at once`(waitsForPhrasings: Bool, seed: UInt64) throws {
        let desk = waitsForPhrasings ? try HelpDesk(.hangs, seed: seed) : try helpDesk(then: .hangs, seed: seed)
        try desk.simulation.run {
            let start = desk.simulation.now
            let call = Task(executorPreference: desk.simulation) { try await desk.ask(Self.question) }
            try await desk.simulation.sleep(until: start + .milliseconds(10))
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(desk.simulation.now == start + .milliseconds(10))
        }
        #expect(desk.simulation.alive.isEmpty)
    }

    @Test func `a cancelled call starts no cooldown`() throws {
        let desk = try helpDesk(then: .hangs)
        try desk.simulation.run {
            let call = Task(executorPreference: desk.simulation) { try await desk.ask(Self.question) }
            try await desk.simulation.sleep(until: desk.simulation.now + .milliseconds(10))
            call.cancel()
            _ = try? await call.value
            desk.embedder.set(.healthy)
            #expect(try await desk.ask(Self.question).text == "Before it ships.")
        }
    }

    @Test func `a shutdown ends the preparation of the phrasings`() throws {
        let desk = try HelpDesk(.hangs)
        let left = try desk.simulation.run {
            _ = try await desk.ask(Self.question)
            return await desk.pipeline.shutdown(within: .seconds(1))
        }
        #expect(desk.simulation.alive.isEmpty)
        #expect(desk.simulation.now < .origin + .seconds(3), "\(left)")
    }

    @Test func `a failure under one runtime starts no cooldown under another`() throws {
        let embedder = SynonymEmbedder(on: Simulation(seed: 1))
        embedder.set(.fails)
        let model = ClosureModel("m") { _ in throw ChatError(.server) }
        let pipeline = try Pipeline(model: model) { StaticFAQ(HelpDesk.entries, embedder: embedder) }
        func ask(seed: UInt64) throws -> String {
            let simulation = Simulation(seed: seed)
            let pipeline = pipeline.running(on: simulation)
            return try simulation.run { try await pipeline.respond(to: Self.question).content }
        }
        #expect(try ask(seed: 1) != "Before it ships.")
        embedder.set(.healthy)
        #expect(try ask(seed: 2) == "Before it ships.")
    }

    @Test func `an embedder that cannot be used is a configuration problem`() {
        struct Odd: Embedder {
            let id = "odd"
            let dimensions = 0
            let thresholds = SimilarityThresholds(faq: .nan)
            func embed(_ texts: [String]) async throws -> [[Float]] { [] }
        }
        var policy = StaticFAQPolicy()
        policy.embedding = FAQEmbeddingPolicy(
            margin: 2, wordWeight: .nan, timeLimit: .zero, preparationLimit: .seconds(-1), cooldown: .seconds(Int64.max)
        )
        let crowd = FAQEntry(id: "a", phrasings: (0...20_000).map { "word\($0)" }, answer: "A")
        #expect(
            StaticFAQ([crowd], embedder: Odd()).configurationProblems == [
                "Embedder.dimensions is 0; allowed 1…8192", "Embedder.thresholds.faq is nan; allowed 0.0…1.0",
                "StaticFAQ has 20001 phrasings; with an embedder up to 20000",
            ])
        #expect(
            StaticFAQ([], policy: policy).configurationProblems.map { $0.prefix { $0 != " " } } == [
                "FAQEmbeddingPolicy.margin", "FAQEmbeddingPolicy.wordWeight", "FAQEmbeddingPolicy.timeLimit",
                "FAQEmbeddingPolicy.preparationLimit", "FAQEmbeddingPolicy.cooldown",
            ])
        #expect(FAQEmbeddingPolicy().problems.isEmpty)
    }
}
