import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct LifetimeTests {
    /// Asks twice with a pause, and returns whether the second answer was fresh.
    private func isFresh(
        after pause: Duration, _ policy: ExactCachePolicy, text: String = "hello",
        _ options: CallOptions = CallOptions(),
        seed: UInt64 = 1
    ) throws -> Bool {
        let scene = try Scene(seed: seed, policy)
        return try scene.run {
            _ = try await scene.respond(text, options)
            try await scene.sleep(pause)
            return try await scene.respond(text, options).fallbackLevel == .exactCache
        }
    }

    private func exact(_ change: (inout ExactCachePolicy) -> Void = { _ in }) -> ExactCachePolicy {
        var policy = ExactCachePolicy(jitter: 0)
        change(&policy)
        return policy
    }

    @Test func `an answer is fresh for an hour`() throws {
        #expect(try isFresh(after: .seconds(3_599), exact()))
        #expect(try !isFresh(after: .seconds(3_600), exact()))
    }

    @Test(arguments: seeds)
    func `jitter moves the lifetime by at most its share`(seed: UInt64) throws {
        let policy = ExactCachePolicy()
        #expect(try isFresh(after: .seconds(3_239), policy, seed: seed))
        #expect(try !isFresh(after: .seconds(3_961), policy, seed: seed))
    }

    @Test func `jitter differs from answer to answer`() throws {
        let scene = try Scene()
        try scene.run { for index in 0..<50 { _ = try await scene.respond("q\(index)") } }
        #expect(Set(scene.store.entries.map(\.freshFor)).count == 50)
    }

    @Test func `a lifetime of the feature counts before that of the policy`() throws {
        let policy = exact { $0.featureLifetimes = ["weather": .realTime] }
        let weather = CallOptions(scope: CallScope(feature: "weather"))
        #expect(try !isFresh(after: .seconds(60), policy, weather))
        #expect(try isFresh(after: .seconds(60), policy))
    }

    @Test func `a lifetime of the call counts before all others`() throws {
        let policy = exact { $0.featureLifetimes = ["weather": .realTime] }
        let options = CallOptions(
            scope: CallScope(feature: "weather"), cache: CacheDirective(lifetime: .expensive))
        #expect(try isFresh(after: .seconds(6 * 86_400), policy, text: "today", options))
    }

    @Test func `an unlimited lifetime lasts until the answer is evicted or invalidated`() throws {
        let policy = exact { $0.lifetime = .unlimited }
        #expect(try isFresh(after: .seconds(10_000 * 86_400), policy))
    }

    @Test func `a question that depends on the time is stored for a minute`() throws {
        #expect(try isFresh(after: .seconds(59), exact(), text: "what is the weather today"))
        #expect(try !isFresh(after: .seconds(60), exact(), text: "what is the weather today"))
        #expect(try isFresh(after: .seconds(60), exact { $0.shortensTimeSensitive = false }, text: "the weather today"))
        #expect(try !isFresh(after: .seconds(60), exact { $0.lifetime = .unlimited }, text: "the weather today"))
    }

    @Test func `the trace says that a lifetime was shortened`() throws {
        let scene = try Scene(exact())
        let notes = try scene.run { try await scene.respond("what is the weather today").notes }
        #expect(notes.last == "stored: for 60 s, because the question depends on the time")
    }

    @Test func `overwritten entry keeps the old expiry: a refreshed answer has a lifetime of its own`() throws {
        let scene = try Scene(exact())
        try scene.run {
            _ = try await scene.respond()
            try await scene.sleep(.seconds(3_000))
            _ = try await scene.respond("hello", CallOptions(cache: .refresh))
            try await scene.sleep(.seconds(3_000))
            let response = try await scene.respond()
            #expect(response.fallbackLevel == .exactCache && response.cached?.age == .seconds(3_000))
        }
    }

    @Test func `wall clock set back one hour changes breaker or TTL: a lifetime does not depend on the calendar`()
        throws
    {
        let scene = try Scene(exact())
        try scene.run {
            _ = try await scene.respond()
            scene.simulation.shiftWallClock(by: .seconds(-7_200))
            try await scene.sleep(.seconds(3_599))
            #expect(try await scene.respond().fallbackLevel == .exactCache)
            try await scene.sleep(.seconds(1))
            #expect(try await scene.respond().fallbackLevel == .primary)
        }
    }
}
