import LadderCore
import LadderTesting
import Testing

struct ScriptedEmbedderTests {
    private func cosine(_ first: [Float], _ second: [Float]) -> Double {
        let dot = zip(first, second).reduce(0 as Float) { $0 + $1.0 * $1.1 }
        let lengths = [first, second].map { $0.reduce(0) { $0 + $1 * $1 } }
        return Double(dot / (lengths[0] * lengths[1]).squareRoot())
    }

    @Test func `words of one meaning are the same word, and other words are not`() async throws {
        let embedder = ScriptedEmbedder(meanings: [["refund", "reimbursement"]])
        let vectors = try await embedder.embed(["a refund please", "Please, a Reimbursement!", "a refund today", ""])
        #expect(vectors[0] == vectors[1])
        #expect(abs(cosine(vectors[0], vectors[2]) - 2.0 / 3) < 0.000_1)
        #expect(vectors.allSatisfy { $0.count == 256 && $0.contains { $0 != 0 } })
        #expect(embedder.texts.count == 4)
    }

    @Test func `a script is played call by call, and its last behaviour is repeated`() async throws {
        let embedder = ScriptedEmbedder(script: [.answers, .wrongDimensions, .missingVector, .notFinite, .fails])
        #expect(try await embedder.embed(["a"])[0].count == 256)
        #expect(try await embedder.embed(["a"])[0].count == 255)
        #expect(try await embedder.embed(["a"]).isEmpty)
        #expect(try await embedder.embed(["a"])[0].allSatisfy(\.isNaN))
        for _ in 0..<2 { await #expect(throws: ChatError.self) { try await embedder.embed(["a"]) } }
        embedder.set(.answers)
        #expect(try await embedder.embed(["a"]).count == 1)
    }

    @Test func `it waits on its runtime, and ends when it is cancelled unless it ignores that`() throws {
        let simulation = Simulation(seed: 1)
        let embedder = ScriptedEmbedder(
            on: simulation.runtime, script: [.takes(.seconds(1)), .hangs, .ignoresCancellation(for: .seconds(3))])
        try simulation.run {
            _ = try await embedder.embed(["a"])
            #expect(simulation.now == .origin + .seconds(1))
            for end in [1, 4] {
                let task = Task(executorPreference: simulation) { try await embedder.embed(["a"]) }
                task.cancel()
                _ = await task.result
                #expect(simulation.now == .origin + .seconds(end))
            }
        }
    }
}
