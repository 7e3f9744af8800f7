import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct StatisticsTests {
    @Test func `the statistics print one line`() throws {
        let model = ScriptedModel(
            "gpt-4o",
            .reply(Completion("hi", usage: Usage(inputTokens: 1_000, outputTokens: 200)), after: .milliseconds(1_500)))
        let scene = try Scene(model: model)
        try scene.run {
            for text in [Ask.refund, Ask.same, Ask.other, Ask.refund] { _ = try await scene.respond(text) }
        }
        #expect(
            "\(scene.cache.statistics)"
                == "hit rate 50.00 % (2 of 4), 0 looser, 0 vetoed, 0 not embedded, saved 2400 tokens, $0.009, 3 s")
    }

    @Test func `calls are counted by feature and model, and the hottest entries by their digest`() throws {
        let scene = try Scene()
        let digest = try scene.run {
            var digest: String?
            for feature in ["b", "a"] {
                let options = CallOptions(scope: CallScope(feature: feature))
                for text in [Ask.refund, Ask.same, Ask.same] {
                    digest = try await scene.respond(text, options).cached?.keyDigest
                }
            }
            return digest
        }
        let statistics = scene.cache.statistics
        #expect(statistics.groups.map(\.feature) == ["a", "b"])
        #expect(statistics.groups.map(\.counts.hits) == [3, 2])
        #expect(statistics.hottest.map(\.keyDigest) == [digest])
        #expect((statistics.questions, statistics.frames) == (1, 1))
    }

    @Test func `counts and index of a rehearsal are kept apart for each runtime`() throws {
        let scene = try Scene()
        try scene.run { _ = try await scene.respond(Ask.refund) }
        let other = Simulation(seed: 9)
        let pipeline = scene.pipeline.running(on: other)
        _ = try other.run { try await pipeline.respond(to: "something else") }
        #expect(scene.counts.calls == 1)
    }

    @Test func `the description names every option`() throws {
        var policy = SemanticCachePolicy.strict
        policy.targetErrorRate = 0.01
        policy.featureLifetimes = ["weather": .realTime]
        policy.version = "2"
        policy.keyParts = ["prompt": "7"]
        policy.keyTags = ["language"]
        policy.rules = [.server: false]
        let cache = SemanticCache(
            policy, embedder: ScriptedEmbedder(), store: TestStore(answersAtOnce: false), guards: [Never()])
        #expect(
            cache.layerDescription.options.map { "\($0.name): \($0.value)" } == [
                "mode: serve", "threshold: 0.97 (strict)", "looser on failure: never", "target error rate: 0.01",
                "embedder: scripted", "store: TestStore", "guards: never", "lifetime: 86400 s ±0.1",
                "by feature: weather 60 s", "shared within: tenant",
                "stores: primary, up to temperature 0.3, without tools", "longest question: 500",
                "time-sensitive: refused", "personal data: refused", "questions in memory: 10000",
                "embedder time limit: 300 ms", "store time limit: 50 ms", "namespace: semantic", "version: 2",
                "key parts: prompt, tag language", "rules: server throws",
            ])
        var worst = WorstCase()
        worst.time = .seconds(1)
        #expect(cache.layerDescription.worstCase(worst).time == .milliseconds(1_500))
    }

    @Test func `presets take the thresholds of the embedder`() {
        let embedder = ScriptedEmbedder(thresholds: SimilarityThresholds(standard: 0.8, strict: 0.9, faq: 0.7))
        let policies: [SemanticCachePolicy] = [.standard, .strict, .faq, SemanticCachePolicy(threshold: 0.85)]
        let thresholds = policies.map { policy in
            SemanticCache(policy, embedder: embedder, store: TestStore()).layerDescription.options
                .first { $0.name == "threshold" }?.value
        }
        #expect(thresholds == ["0.8 (standard)", "0.9 (strict)", "0.7 (faq)", "0.85"])
    }

    @Test func `options that are out of range are configuration problems`() {
        #expect(SemanticCachePolicy().problems.isEmpty)
        var policy = SemanticCachePolicy(
            threshold: 1.5, looserOnFailure: -1, targetErrorRate: 2, lifetime: .seconds(0), jitter: .nan,
            namespace: "", maximumQuestionLength: 0, maximumEntries: 0, embedderTimeLimit: .zero,
            embedderCooldown: .zero, toleratedEmbedderFailures: -1, storeTimeLimit: .zero, refreshInterval: .zero)
        policy.admission = CacheAdmission(levels: [.staleCache])
        #expect(policy.problems.count == 14)
        for embedder in [
            ScriptedEmbedder(dimensions: 5_000), ScriptedEmbedder(thresholds: SimilarityThresholds(standard: .nan)),
        ] {
            #expect(throws: ConfigurationError.self) {
                try Pipeline(model: ScriptedModel("m")) { SemanticCache(embedder: embedder, store: TestStore()) }
            }
        }
    }

    @Test func `the layer keeps the contract of Middleware`() throws {
        try checkMiddleware {
            SemanticCache(
                embedder: ScriptedEmbedder(answersAtOnce: true), store: TestStore(), guards: [])
        }
        try checkMiddleware(seeds: 1..<6) {
            SemanticCache(embedder: ScriptedEmbedder(), store: TestStore(answersAtOnce: false))
        }
    }
}
