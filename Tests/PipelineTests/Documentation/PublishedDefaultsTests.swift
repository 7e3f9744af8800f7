import Ladder
import LadderTesting
import Testing

/// The settings that a published chapter on production calls of language models recommends, beside the defaults. All values
/// are literals: a default that changes must change here and in the documentation.
struct PublishedDefaultsTests {
    @Test func `retry: 3 attempts and waits of 2 to 30 seconds can be set, the default is 3 from half a second to 8`() {
        let chapter = RetryPolicy(maximumAttempts: 3, backoff: Backoff(base: .seconds(2), factor: 2, cap: .seconds(30)))
        #expect(chapter.problems.isEmpty)
        #expect((1...5).map { chapter.backoff.longestDelay(before: $0) } == [2, 4, 8, 16, 30].map { .seconds($0) })
        let ours = RetryPolicy.standard
        #expect(ours.maximumAttempts == 3 && ours.backoff.base == .milliseconds(500))
        #expect(ours.backoff.factor == 2 && ours.backoff.cap == .seconds(8) && ours.backoff.jitter == .full)
        #expect(ours.patienceWithAlternative == .seconds(2))
        #expect(RetryThrottlePolicy.standard.percent == 20 && RetryThrottlePolicy.standard.reserve == 10)
        #expect(RetryThrottlePolicy.standard.window == .seconds(10))
    }

    @Test(arguments: [60, 30])
    func `circuit breaker: 5 failures and a minute or half a minute can be set, the default is half a minute`(
        seconds: Int
    ) {
        #expect(CircuitBreakerPolicy(consecutiveFailures: 5, openTime: .seconds(seconds)).problems.isEmpty)
        let ours = CircuitBreakerPolicy.standard
        #expect(ours.consecutiveFailures == 5 && ours.failureRate == 0.5 && ours.minimumCalls == 20)
        #expect(ours.window == .seconds(30) && ours.openTime == .seconds(30) && ours.openTimeGrowth == 2)
        #expect(ours.maximumOpenTime == .seconds(300) && ours.jitter == 0.1 && ours.probes == 1)
        #expect(ours.probeLease == .seconds(60) && ours.rampTime == .seconds(10))
    }

    @Test func `timeouts: 10 seconds to connect and 60 in all, and 30 for a request, can be set`() throws {
        #expect(TimeoutPolicy(firstToken: .seconds(10), silence: nil, total: .seconds(60)).problems.isEmpty)
        let ours = TimeoutPolicy.standard
        #expect(ours.firstToken == .seconds(10) && ours.silence == .seconds(20) && ours.total == .seconds(60))
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Timeout() }.limited(timeLimit: .seconds(30))
        #expect(pipeline.explain().contains("limits: 6 attempts, 30 s in all"))
    }

    @Test func `fallback: primary, simple model, static`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline.standard(
            model: ScriptedModel("primary", .fail(.quotaExhausted(until: nil))),
            fallbacks: [ScriptedModel("simple", .reply("Simple."), .fail(.quotaExhausted(until: nil)))],
            faq: [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays.")]
        ).running(on: simulation)
        let levels = try simulation.run {
            [
                try await pipeline.respond(to: "Hello").fallbackLevel,
                try await pipeline.respond(to: "When are you open?").fallbackLevel,
                try await pipeline.respond(to: "Write a poem").fallbackLevel,
            ]
        }
        #expect(levels == [.fallbackModel, .staticFAQ, .apology])
    }

    @Test func `budget: a day, 80 and 100 percent`() throws {
        let limit = BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day)
        #expect(limit.softShare == 0.8 && limit.window == .day)
        #expect(BudgetPolicy(limits: [limit]).problems.isEmpty)
    }

    @Test func `exact cache: 1,000 entries, an hour and temperature 0 can be set, the default is 10,000 and up to 0.3`()
    {
        var chapter = ExactCachePolicy(lifetime: CacheLifetime(.seconds(3_600)))
        chapter.admission.maximumTemperature = 0
        #expect(chapter.problems.isEmpty)
        #expect(MemoryStorePolicy(maximumEntries: 1_000).maximumEntries == 1_000)
        let ours = ExactCachePolicy()
        #expect(MemoryStorePolicy().maximumEntries == 10_000 && MemoryStorePolicy().maximumBytes == 67_108_864)
        #expect(ours.lifetime == CacheLifetime(.seconds(3_600)) && ours.jitter == 0.1)
        #expect(ours.admission.maximumTemperature == 0.3 && ours.sharing == .tenant)
        #expect(ours.staleFor == .seconds(86_400))
    }

    @Test(arguments: [(0.95, 500), (0.92, 10_000)])
    func `semantic cache: the published thresholds and sizes can be set`(threshold: Double, entries: Int) {
        let chapter = SemanticCachePolicy(
            threshold: threshold, lifetime: CacheLifetime(.seconds(86_400)), maximumEntries: entries)
        #expect(chapter.problems.isEmpty)
        #expect(SemanticCachePolicy().maximumEntries == 10_000)
        #expect(SemanticCachePolicy().lifetime == CacheLifetime(.seconds(86_400)))
    }
}
