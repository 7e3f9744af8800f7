import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// An embedder can be slow, dead or wrong, and nobody may notice more than that it does not help.
@Suite struct BrokenEmbedderTests {
    private static let question = "Undo my purchase"

    /// Fails once, after the phrasings were embedded.
    private func desk(then behaviour: ToyEmbedder.Behaviour, seed: UInt64 = 5) throws -> Desk {
        let desk = try Desk(seed: seed)
        try desk.simulation.run {
            let answer = try await desk.ask(Self.question)
            #expect(answer.text == "Before it ships.")
            desk.embedder.becomes(behaviour)
        }
        return desk
    }

    @Test(arguments: [ToyEmbedder.Behaviour.hangs, .deaf, .slow(.seconds(1))], [true, false])
    func `a dead embedding endpoint does not delay every request`(
        behaviour: ToyEmbedder.Behaviour, isDeadFromTheStart: Bool
    ) throws {
        let desk = isDeadFromTheStart ? try Desk(behaviour) : try desk(then: behaviour)
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
    func `after its rest one caller tries for all`(seed: UInt64) throws {
        let desk = try desk(then: .hangs, seed: seed)
        try desk.simulation.run {
            #expect(try await desk.ask(Self.question).took == .milliseconds(300))
            try await desk.simulation.sleep(until: desk.simulation.now + .seconds(31))
            let delayed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await desk.ask(Self.question).took > .zero } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(delayed == 1)
            desk.embedder.becomes(.well)
            try await desk.simulation.sleep(until: desk.simulation.now + .seconds(31))
            #expect(try await desk.ask(Self.question).text == "Before it ships.")
        }
    }

    @Test(arguments: [
        ToyEmbedder.Behaviour.fails, .throwsCancellation, .short, .none, .notNumbers, .zero, .infinite,
    ])
    func `failures and nonsense do no harm`(behaviour: ToyEmbedder.Behaviour) throws {
        for isBrokenFromTheStart in [true, false] {
            let desk = isBrokenFromTheStart ? try Desk(behaviour) : try desk(then: behaviour)
            try desk.simulation.run {
                let asked = desk.embedder.asks.count
                let answer = try await desk.ask(Self.question)
                #expect(answer.level == .apology)
                #expect(answer.took == .zero)
                #expect(try await desk.ask("How do I cancel my order?").text == "Before it ships.")
                _ = try await desk.ask(Self.question)
                #expect(desk.embedder.asks.count == asked + 1, "it was not left alone")
                desk.embedder.becomes(.well)
                try await desk.simulation.sleep(until: desk.simulation.now + .seconds(30))
                #expect(try await desk.ask(Self.question).text == "Before it ships.")
            }
        }
    }

    @Test func `nobody waits past the deadline of the call`() throws {
        let desk = try desk(then: .hangs)
        try desk.simulation.run {
            let hurried = try await desk.ask(Self.question, options: CallOptions(timeLimit: .milliseconds(100)))
            #expect(hurried.took == .milliseconds(100))
            #expect(hurried.level == .apology)
            // It had no fair chance, so it is asked again at once.
            #expect(try await desk.ask(Self.question).took == .milliseconds(300))
            #expect(try await desk.ask(Self.question).took == .zero)
        }
    }

    @Test(arguments: [true, false], 1...5 as ClosedRange<UInt64>)
    func `a caller who leaves gets its cancellation at once`(waitsForPhrasings: Bool, seed: UInt64) throws {
        let desk = waitsForPhrasings ? try Desk(seed: seed, .hangs) : try desk(then: .hangs, seed: seed)
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

    @Test func `a caller who leaves says nothing about the embedder`() throws {
        let desk = try desk(then: .hangs)
        try desk.simulation.run {
            let call = Task(executorPreference: desk.simulation) { try await desk.ask(Self.question) }
            try await desk.simulation.sleep(until: desk.simulation.now + .milliseconds(10))
            call.cancel()
            _ = try? await call.value
            desk.embedder.becomes(.well)
            #expect(try await desk.ask(Self.question).text == "Before it ships.")
        }
    }

    @Test func `shutting down while phrasings are embedded leaves nothing behind`() throws {
        let desk = try Desk(.hangs)
        let left = try desk.simulation.run {
            _ = try await desk.ask(Self.question)
            return await desk.pipeline.shutdown(within: .seconds(1))
        }
        #expect(desk.simulation.alive.isEmpty)
        #expect(desk.simulation.now < .origin + .seconds(3), "\(left)")
    }

    @Test func `an embedder that cannot be used is a problem`() {
        struct Odd: Embedder {
            let id = "odd"
            let dimensions = 0
            let thresholds = SimilarityThresholds(lenient: .nan)
            func embed(_ texts: [String]) async throws -> [[Float]] { [] }
        }
        var policy = StaticFAQPolicy()
        policy.blend = FAQBlend(
            margin: 2, wordWeight: .nan, timeLimit: .zero, preparationLimit: .seconds(-1), rest: .seconds(Int64.max))
        let crowd = FAQEntry(id: "a", phrasings: (0...20_000).map { "word\($0)" }, answer: "A")
        #expect(
            StaticFAQ([crowd], embedder: Odd()).configurationProblems.map { $0.prefix(25) } == [
                "Embedder.dimensions is 0;", "Embedder.thresholds.lenie", "StaticFAQ has 20001 phras",
            ])
        #expect(
            StaticFAQ([], policy: policy).configurationProblems.map { $0.prefix(17) } == [
                "FAQBlend.margin i", "FAQBlend.wordWeig", "FAQBlend.timeLimi", "FAQBlend.preparat", "FAQBlend.rest is ",
            ])
        #expect(FAQBlend().problems.isEmpty)
    }
}
