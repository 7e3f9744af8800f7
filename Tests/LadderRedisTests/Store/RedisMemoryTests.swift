import LadderCore
import LadderExactCache
import LadderRedis
import LadderTesting
import TestSupport
import Testing

extension ServerTests {
    /// The level in memory of a store while servers and connections fail.
    @Suite struct RedisMemoryTests {
        private let policy = RedisStorePolicy(timeout: .seconds(20))
        private let key = CacheKey(of: ChatRequest("a", model: "m"), scope: CallScope(tenant: "acme"))
        private let context = StoreContext()

        private func entry(_ version: Int) -> StoredEntry {
            StoredEntry(bytes: Array("\(version)".utf8), freshFor: .seconds(600), keptFor: .seconds(600))
        }

        private func version(in lookup: StoreLookup) -> Int? {
            lookup.entry.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) }
        }

        @Test func `versions never go backwards while connections are cut`() async throws {
            let server = try await TestServer.started()
            let (writer, reader) = (
                try RedisStore(url: server.url, policy: policy), try RedisStore(url: server.url, policy: policy)
            )
            let killer = try server.client()
            let isOver = Shared(false)
            let highest = try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    for version in 1...300 {
                        // A write whose connection was cut may have happened.
                        try? await writer.set(key, to: entry(version), asOf: nil, in: context)
                        try await Task.sleep(for: .milliseconds(5))
                    }
                    isOver.change { $0 = true }
                    return 0
                }
                group.addTask {
                    while !isOver.value {
                        _ = try? await killer.send(RedisCommand("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"))
                        try await Task.sleep(for: .milliseconds(20))
                    }
                    return 0
                }
                group.addTask {
                    var latest = 0
                    while !isOver.value {
                        guard let lookup = try? await reader.get(key, in: context) else {
                            try await Task.sleep(for: .milliseconds(1))
                            continue
                        }
                        let found = version(in: lookup) ?? latest
                        #expect(found >= latest)
                        latest = max(latest, found)
                    }
                    return latest
                }
                return try await group.reduce(0) { max($0, $1) }
            }
            #expect(highest > 1)
            #expect(await eventually { (try? await writer.set(key, to: entry(1_000), asOf: nil, in: context)) != nil })
            #expect(await eventually { (try? await reader.get(key, in: context)).map { version(in: $0) } == 1_000 })
            try await killer.send(RedisCommand("FLUSHALL"))
            #expect(await eventually { (try? await reader.get(key, in: context))?.entry == nil })
            for store in [writer, reader] { await store.close() }
            await killer.close()
        }

        @Test func `a server that says nothing any longer ends what is served from memory`() async throws {
            let server = try await TestServer.started()
            var short = policy
            short.timeout = .milliseconds(50)
            let store = try RedisStore(url: server.url, policy: short)
            _ = await eventually { (try? await store.set(key, to: entry(1), asOf: nil, in: context)) != nil }
            #expect(await eventually { (try? await store.get(key, in: context))?.entry != nil })
            server.pause()
            defer { server.resume() }
            #expect(await eventually { (try? await store.get(key, in: context)) == nil })
            await store.close()
        }

        @Test func `without a server a process still computes an answer once`() async throws {
            let server = try await TestServer.started()
            let store = try RedisStore(url: server.url)
            server.kill()
            let model = ScriptedModel("m", .reply("yes", after: .seconds(2)))
            let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<100 { group.addTask { try await pipeline.respond(to: "hello").content } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers == ["yes"])
            #expect(model.attempts.count == 1)
            await store.close()
        }
    }
}
