import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct StatisticsTests {
    @Test func `three hits of five calls print 60.00 % and the time saved`() throws {
        let model = ScriptedModel(
            "gpt-4o",
            .reply(Completion("hi", usage: Usage(inputTokens: 1_000, outputTokens: 200)), after: .milliseconds(1_500)))
        let scene = try Scene(model: model)
        try scene.run { for text in ["a", "a", "b", "a", "b"] { _ = try await scene.respond(text) } }
        let statistics = scene.cache.statistics
        #expect(statistics.total.hitRate == 0.6)
        #expect(
            "\(statistics)"
                == "hit rate 60.00 % (3 of 5), 0 stale, 0 shared, saved 3600 tokens, $0.0135, 4.5 s")
        #expect("\(ExactCacheStatistics.Counts())".hasPrefix("hit rate 0.00 % (0 of 0)"))
    }

    @Test func `a call that a stale answer serves after a failure is counted once`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("old"), .fail(.server)))
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(7_200))
            _ = try await scene.respond()
        }
        let total = scene.cache.statistics.total
        #expect((total.calls, total.misses, total.stale) == (2, 1, 1))
    }

    @Test func `calls are counted by feature and model, sorted and bounded`() throws {
        let scene = try Scene()
        try scene.run {
            for feature in ["b", "a"] {
                let options = CallOptions(scope: CallScope(feature: feature))
                for text in ["x", "y", "x"] { _ = try await scene.respond(text, options) }
            }
            for index in 0..<300 {
                _ = try await scene.respond("x", CallOptions(scope: CallScope(feature: "f\(index)")))
            }
        }
        let statistics = scene.cache.statistics
        #expect(statistics.groups.count == 256)
        #expect(statistics.groups.prefix(2).map(\.feature) == ["a", "b"])
        #expect(statistics.groups.prefix(2).map(\.model) == ["m", "m"])
        #expect(statistics.groups.prefix(2).map(\.counts.hits) == [3, 1])
        #expect(statistics.groups.prefix(2).map(\.counts.misses) == [0, 2])
        #expect(statistics.total.calls == 306)
    }

    @Test func `the hottest entries are named by the digest of their key`() throws {
        let scene = try Scene()
        let digests = try scene.run {
            for (text, times) in [("warm", 4), ("hot", 9), ("cold", 2)] {
                for _ in 0..<times { _ = try await scene.respond(text) }
            }
            return [
                try await scene.respond("hot").cached?.keyDigest, try await scene.respond("warm").cached?.keyDigest,
            ]
        }
        let hottest = scene.cache.statistics.hottest
        #expect(hottest.map(\.hits) == [9, 4, 1])
        #expect(hottest.prefix(2).map(\.keyDigest) == digests)
    }

    @Test func `counts of a rehearsal are kept apart for each runtime`() throws {
        let scene = try Scene()
        try scene.run { _ = try await scene.respond() }
        let other = Simulation(seed: 9)
        let pipeline = scene.pipeline.running(on: other)
        _ = try other.run { try await pipeline.respond(to: "something else") }
        #expect(scene.cache.statistics.total.calls == 1)
    }

    @Test func `the description names every option`() throws {
        var policy = ExactCachePolicy(
            featureLifetimes: ["weather": .realTime], staleWhileRevalidate: .seconds(60), version: "2",
            keyParts: ["prompt": "7"], keyTags: ["language"])
        policy.rules = [.server: false]
        let options = ExactCache(policy, store: TestStore(answersAtOnce: false)).layerDescription.options
        #expect(
            options.map { "\($0.name): \($0.value)" } == [
                "store: TestStore", "lifetime: 3600 s ±0.1", "by feature: weather 60 s", "stale on error: for 86400 s",
                "stale while revalidating: for 60 s", "shared within: tenant",
                "stores: primary, up to temperature 0.3, without tools", "time-sensitive: 60 s",
                "personal data: not looked for", "store time limit: 50 ms", "single flight: on", "namespace: exact",
                "version: 2", "key parts: prompt, tag language", "rules: server throws",
            ])
    }

    @Test func `options that are out of range are configuration problems`() {
        #expect(ExactCachePolicy().problems.isEmpty)
        var policy = ExactCachePolicy(
            lifetime: .seconds(0), featureLifetimes: ["b": .seconds(-1), "a": .unlimited], jitter: .nan,
            staleFor: .seconds(-1), staleWhileRevalidate: .seconds(-1), storeTimeLimit: .zero)
        policy.admission = CacheAdmission(levels: [], maximumTemperature: 3)
        #expect(policy.problems.count == 8)
        policy.admission = CacheAdmission(levels: [.staleCache, .primary])
        #expect(policy.problems.count == 7)
        #expect(throws: ConfigurationError.self) {
            try Pipeline(model: ScriptedModel("m")) { ExactCache(policy, store: TestStore()) }
        }
    }

    @Test func `the layer keeps the contract of Middleware`() throws {
        try checkMiddleware { ExactCache(store: TestStore()) }
        try checkMiddleware(seeds: 1..<6) { ExactCache(store: TestStore(answersAtOnce: false)) }
    }
}
