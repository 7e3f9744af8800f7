import LadderCore
import LadderExactCache
import LadderRedis
import LadderTesting
import Testing

extension ServerTests {
    @Suite struct RedisStoreTests {
        private let policy = RedisStorePolicy(timeout: .seconds(60), keptWithoutEnd: .seconds(86_400 * 30))

        private func server() async throws -> TestServer {
            try await TestServer.started()
        }

        @Test(arguments: [0, 16 << 20])
        func `it keeps the contract of a store, with and without a level in memory`(memoryBytes: Int) async throws {
            let server = try await server()
            let names = Locked(0)
            // What is in memory does not know that the clock of the server was moved.
            @Sendable func store() throws -> any CacheStore {
                var policy = policy
                policy.memoryBytes = memoryBytes
                policy.prefix = "check\(names.withLock { $0 += 1; return $0 })"
                return try RedisStore(url: server.url, policy: policy)
            }
            let unchecked =
                memoryBytes == 0
                ? try await checkStore(advancing: { try await server.advance(by: $0) }, { try store() })
                : try await checkStore(advancing: nil, { try store() })
            #expect(unchecked.contains(.listsEntries) == false)
            if memoryBytes == 0 { #expect(unchecked == [.isBounded]) }
        }

        @Test func `memory in front of it keeps the contract of a store`() async throws {
            let server = try await server()
            let names = Locked(0)
            try await checkStore(advancing: nil) { [policy] in
                var policy = policy
                policy.prefix = "tiers\(names.withLock { $0 += 1; return $0 })"
                return TieredStore(
                    [MemoryStore(), try RedisStore(url: server.url, policy: policy)],
                    policy: TieredStorePolicy(timeLimit: nil))
            }
        }

        private func key(_ text: String) -> CacheKey {
            CacheKey(of: ChatRequest(model: "m", messages: [.user(text)]), scope: CallScope(tenant: "acme"))
        }

        private func entry(_ text: String) -> StoredEntry {
            StoredEntry(
                bytes: Array(text.utf8), freshFor: .seconds(60), keptFor: .seconds(120), groups: [.tenant("acme")])
        }

        @Test func `an entry without an end is refused, with the reason`() async throws {
            let server = try await server()
            let store = try RedisStore(url: server.url, policy: RedisStorePolicy(timeout: .seconds(60)))
            let error = await #expect(throws: StoreError.self) {
                try await store.set(key("a"), to: StoredEntry(bytes: [1]), asOf: nil, in: StoreContext())
            }
            #expect(error?.kind == .notSupported)
            #expect(error?.message.contains("keptWithoutEnd") == true)
            await store.close()
        }

        @Test func `what another machine writes, removes or invalidates leaves the memory of this one`() async throws {
            let server = try await server()
            let first = try RedisStore(url: server.url, policy: policy)
            let second = try RedisStore(url: server.url, policy: policy)
            let context = StoreContext()
            func text() async throws -> String? {
                try await first.get(key("a"), in: context).entry.map { String(decoding: $0.bytes, as: UTF8.self) }
            }
            /// Waits until the report of the server has arrived.
            func eventually(_ expected: String?) async throws {
                for _ in 0..<3_000 {
                    if try await text() == expected { return }
                    try await Task.sleep(for: .milliseconds(5))
                }
                Issue.record("the other machine's \(expected ?? "removal") is not seen")
            }
            try await second.set(key("a"), to: entry("one"), asOf: nil, in: context)
            try await eventually("one")
            #expect(try await text() == "one")
            try await second.set(key("a"), to: entry("two"), asOf: nil, in: context)
            try await eventually("two")
            try await second.remove(key("a"), in: context)
            try await eventually(nil)
            try await second.set(key("a"), to: entry("three"), asOf: nil, in: context)
            try await eventually("three")
            try await second.invalidate(.tenant("acme"), in: context)
            try await eventually(nil)
            await first.close()
            await second.close()
        }

        @Test func `a look-up in memory asks the server nothing`() async throws {
            let server = try await server()
            let store = try RedisStore(url: server.url, policy: policy)
            let context = StoreContext()
            try await store.set(key("a"), to: entry("one"), asOf: nil, in: context)
            _ = try await store.get(key("a"), in: context)
            server.pause()
            defer { server.resume() }
            for _ in 0..<100 {
                let entry = try await store.get(key("a"), in: context).entry
                #expect(entry != nil)
            }
            await store.close()
        }

        @Test func `a server that loses the numbers of invalidations makes all older entries invalid`() async throws {
            let server = try await server()
            let store = try RedisStore(url: server.url, policy: policy)
            let context = StoreContext()
            try await store.set(key("a"), to: entry("one"), asOf: nil, in: context)
            #expect(try await store.get(key("a"), in: context).entry != nil)
            let client = try RedisClient(url: server.url)
            try await client.send(RedisCommand("DEL", "ladder:invalidations"))
            for _ in 0..<3_000 where try await store.get(key("a"), in: context).entry != nil {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(try await store.get(key("a"), in: context).entry == nil)
            try await store.set(key("a"), to: entry("two"), asOf: nil, in: context)
            #expect(try await store.get(key("a"), in: context).entry != nil)
            await client.close()
            await store.close()
        }

        @Test func `keys have a readable prefix`() async throws {
            let server = try await server()
            let store = try RedisStore(url: server.url, policy: policy)
            let scope = CallScope(tenant: "acme")
            let key = CacheKey(
                of: ChatRequest(model: "m", messages: [.user("a")]), scope: scope, namespace: "help desk {1}")
            try await store.set(key, to: entry("one"), asOf: nil, in: StoreContext())
            let client = try RedisClient(url: server.url)
            let found = try await client.send(RedisCommand("KEYS", "ladder:help%20desk%20%7b1%7d:answer:*")).elements
            #expect(found?.count == 1)
            await client.close()
            await store.close()
        }

        @Test func `a lost server costs misses, never a call`() async throws {
            let server = try await server()
            let store = try RedisStore(url: server.url)
            let model = ScriptedModel("m", .reply("yes"))
            let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
            _ = try await pipeline.respond(to: "hello")
            server.kill()
            for number in 0..<50 {
                #expect(try await pipeline.respond(to: ChatRequest("question \(number)")).content == "yes")
            }
            #expect(model.attempts.count == 51)
            await store.close()
        }
    }
}
