import LadderCore
import LadderSemanticCache
import Testing

@Suite struct SemanticReplayTests {
    private struct RefusingGuard: SemanticGuard {
        let name = "refusing"
        func veto(_ pair: QuestionPair) -> GuardVeto? {
            pair.stored.text.contains("x") ? GuardVeto(by: name, reason: "it has an x") : nil
        }
    }

    private func replay(_ questions: [(String, String)], guards: [any SemanticGuard] = []) -> SemanticReplay {
        SemanticReplay(
            questions.map { LabelledQuestion($0.0, label: $0.1) }, embedder: AngleEmbedder(), guards: guards)
    }

    @Test func `a question that misses is stored and answers later ones`() async throws {
        let replay = replay([("0", "a"), ("5", "a"), ("60", "b"), ("8", "b"), ("61", "b")])
        let result = try #require(try await replay.results(thresholds: [0.95]).first)
        #expect(result.questions == 5)
        #expect(result.hits == 3)
        #expect(result.wrongHits == 1)
        #expect(result.hitRate.value == 0.6)
        #expect(result.wrongPerThousand > 333 && result.wrongPerThousand < 334)
    }

    @Test func `a hit is not stored`() async throws {
        // 20 is near 10, which is answered by 0 and so not stored.
        let replay = replay([("0", "a"), ("10", "a"), ("20", "a")])
        #expect(try await replay.results(thresholds: [0.98]).map(\.hits) == [1])
    }

    @Test func `a vetoed neighbour gives way to the next one`() async throws {
        let questions = [("x 0", "a"), ("9", "b"), ("1", "b"), ("x 80", "c"), ("81", "c")]
        let result = try #require(
            try await replay(questions, guards: [RefusingGuard()]).results(thresholds: [0.98]).first)
        // 9 is near x 0 alone and is stored; 1 is nearest to x 0 and gets the answer of 9.
        #expect(result.hits == 1)
        #expect(result.wrongHits == 0)
        #expect(result.vetoedMisses == 2)
    }

    @Test func `a full store forgets the question that was used longest ago`() async throws {
        let questions = [("0", "a"), ("40", "b"), ("1", "a"), ("80", "c"), ("2", "a"), ("41", "b")]
        let sizes = try await replay(questions).results(thresholds: [0.98], maximumEntries: [2, 10])
        #expect(sizes.map(\.hits) == [2, 3])
        #expect(sizes.map(\.maximumEntries) == [2, 10])
    }

    @Test func `results come for each threshold and size, in order`() async throws {
        let results = try await replay([("0", "a")]).results(thresholds: [0.8, 0.9], maximumEntries: [1, 2])
        #expect(results.map(\.threshold) == [0.8, 0.8, 0.9, 0.9])
        #expect(results.map(\.maximumEntries) == [1, 2, 1, 2])
    }

    @Test func `a replay without questions has empty results`() async throws {
        let result = try #require(try await replay([]).results(thresholds: [0.9]).first)
        #expect(result.hitRate.value == 0)
        #expect(result.wrongPerThousand == 0)
    }
}
