import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct AbsurdPolicyTests {
    private static let changes: [@Sendable (inout SemanticCachePolicy) -> Void] = [
        { $0.threshold = .nan }, { $0.threshold = .infinity }, { $0.threshold = -1 }, { $0.looserOnFailure = .nan },
        { $0.looserOnFailure = -1 }, { $0.targetErrorRate = .nan }, { $0.targetErrorRate = 0 }, { $0.jitter = .nan },
        { $0.namespace = "" }, { $0.maximumQuestionLength = 0 }, { $0.maximumQuestionLength = .max },
        { $0.maximumQuestionLength = .min }, { $0.maximumEntries = 0 }, { $0.maximumEntries = .min },
        { $0.maximumEntries = .max }, { $0.embedderTimeLimit = .seconds(-1) },
        { $0.embedderTimeLimit = .seconds(Int64.max) }, { $0.embedderCooldown = .zero },
        { $0.embedderCooldown = .seconds(Int64.max) }, { $0.toleratedEmbedderFailures = .min },
        { $0.storeTimeLimit = .seconds(Int64.max) }, { $0.storeTimeLimit = .seconds(Int64.min) },
        { $0.refreshInterval = .seconds(Int64.min) }, { $0.refreshInterval = .seconds(Int64.max) },
    ]

    @Test(arguments: changes.indices)
    func `an option out of range is a configuration problem, never a trap`(index: Int) throws {
        var policy = SemanticCachePolicy()
        Self.changes[index](&policy)
        let embedder = ScriptedEmbedder(meanings: [], on: Simulation(seed: 1).runtime)
        let cache = SemanticCache(policy, embedder: embedder, store: TestStore())
        #expect(cache.configurationProblems.count == 1)
        _ = cache.layerDescription
        #expect(throws: (any Error).self) { try Pipeline(model: ScriptedModel("m"), layers: [cache]) }
    }

    @Test(arguments: [0, -1, Int.min, 4_097, Int.max], [0.95, .nan, -.infinity])
    func `an embedder of absurd dimensions or thresholds is a configuration problem`(
        dimensions: Int, threshold: Double
    ) throws {
        let cache = SemanticCache(
            embedder: AbsurdEmbedder(dimensions: dimensions, threshold: threshold), store: TestStore())
        #expect(cache.configurationProblems.count == (threshold == 0.95 ? 1 : 2))
        #expect(throws: (any Error).self) { try Pipeline(model: ScriptedModel("m"), layers: [cache]) }
    }
}

private struct AbsurdEmbedder: Embedder {
    let id = "absurd"
    let dimensions: Int
    let threshold: Double
    var thresholds: SimilarityThresholds { SimilarityThresholds(standard: threshold) }

    func embed(_ texts: [String]) async throws -> [[Float]] { [] }
}
