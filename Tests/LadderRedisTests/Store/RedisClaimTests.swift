import LadderCore
import LadderExactCache
import LadderRedis
import LadderTesting
import Testing

extension ServerTests {
    @Suite struct RedisClaimTests {
        private let policy = RedisStorePolicy(timeout: .seconds(60))

        @Test func `the same question asked 1,000 times by two processes costs one model call`() async throws {
            let server = try await TestServer.started()
            let model = ScriptedModel("m", .reply("yes", after: .milliseconds(300)))
            let stores = try (0..<2).map { _ in try RedisStore(url: server.url, policy: policy) }
            let pipelines = try stores.map { store in
                try Pipeline(model: model) { ExactCache(ExactCachePolicy(storeTimeLimit: .seconds(10)), store: store) }
            }
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<1_000 {
                    group.addTask { try await pipelines[number % 2].respond(to: ChatRequest("hello")).content }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers == ["yes"])
            #expect(model.attempts.count == 1)
            for store in stores { await store.close() }
        }

        private func key(_ text: String) -> CacheKey {
            CacheKey(of: ChatRequest(model: "m", messages: [.user(text)]), scope: CallScope())
        }

        private func entry(_ text: String) -> StoredEntry {
            StoredEntry(bytes: Array(text.utf8), freshFor: .seconds(60), keptFor: .seconds(120))
        }

        @Test func `a claim that is given up is granted to the one that waits`() async throws {
            let server = try await TestServer.started()
            let (first, second) = (
                try RedisStore(url: server.url, policy: policy), try RedisStore(url: server.url, policy: policy)
            )
            #expect(try await first.claim(key("a"), in: StoreContext()) == .granted)
            async let waiting = second.claim(key("a"), in: StoreContext())
            try await first.release(key("a"), in: StoreContext())
            #expect(try await waiting == .granted)
            await first.close()
            await second.close()
        }

        @Test func `a waiting process gets the answer, and a claim that is over does not replace it`() async throws {
            let server = try await TestServer.started()
            var short = policy
            short.claimTime = .milliseconds(100)
            let (first, second) = (
                try RedisStore(url: server.url, policy: short), try RedisStore(url: server.url, policy: policy)
            )
            let epoch = try await first.get(key("a"), in: StoreContext()).epoch
            #expect(try await first.claim(key("a"), in: StoreContext()) == .granted)
            // The first process hangs, so the second one computes.
            #expect(try await second.claim(key("a"), in: StoreContext()) == .granted)
            async let third = first.claim(key("b"), in: StoreContext())
            try await second.set(key("a"), to: entry("new"), asOf: epoch, in: StoreContext())
            try await first.set(key("a"), to: entry("old"), asOf: epoch, in: StoreContext())
            #expect(try await second.get(key("a"), in: StoreContext()).entry?.bytes == Array("new".utf8))
            #expect(try await third == .granted)
            guard case .answered(let lookup) = try await second.claim(key("a"), in: StoreContext()) else {
                Issue.record("the answer is there")
                return
            }
            #expect(lookup.entry?.bytes == Array("new".utf8))
            await first.close()
            await second.close()
        }

        @Test func `a claim waits no longer than its deadline`() async throws {
            let server = try await TestServer.started()
            let (first, second) = (
                try RedisStore(url: server.url, policy: policy), try RedisStore(url: server.url, policy: policy)
            )
            #expect(try await first.claim(key("a"), in: StoreContext()) == .granted)
            let deadline = Runtime.live.now + .milliseconds(700)
            let error = await #expect(throws: StoreError.self) {
                try await second.claim(key("a"), in: StoreContext(runtime: .live, deadline: deadline))
            }
            #expect(error?.kind == .timedOut)
            await first.close()
            await second.close()
        }
    }
}
