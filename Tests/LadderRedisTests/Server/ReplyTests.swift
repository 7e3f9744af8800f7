import LadderCore
@testable import LadderRedis
import TestSupport
import Testing

extension ServerTests {
    struct ReplyTests {
        @Test func `commands of many tasks get their own replies over one connection`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            #expect(client.state == .idle)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<500 {
                    group.addTask {
                        try await client.send(RedisCommand("SET", .text("key\(number)"), .integer(Int64(number))))
                        let reply = try await client.send(RedisCommand("GET", .text("key\(number)")))
                        #expect(reply.integer == Int64(number))
                    }
                }
                try await group.waitForAll()
            }
            #expect(client.statistics.connections == 1)
            #expect(client.statistics.replies == 1_000)
            #expect(client.statistics.writes < 1_000)
            #expect(client.state == .ready)
            await client.close()
            #expect(client.state == .closed)
        }

        @Test func `a script is sent by its digest, and as text where the server does not know it`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            let script = RedisScript("return {KEYS[1], ARGV[1]}")
            for _ in 0..<2 {
                let reply = try await client.run(script, keys: ["a"], [7])
                #expect(reply.elements?.map(\.string) == ["a", "7"])
            }
            #expect(client.statistics.replies == 3)
            try await client.send(RedisCommand("SCRIPT", "FLUSH"))
            #expect(try await client.run(script, keys: ["a"], [7]).elements?.count == 2)
            let broken = RedisScript("redis.call('SET', KEYS[1], 1) return redis.call('INCR', KEYS[1], 'x', 'y')")
            let error = await #expect(throws: RedisError.self) { try await client.run(broken, keys: ["b"], []) }
            #expect(error?.executed == .maybe)
            await client.close()
        }

        @Test func `callers that are cancelled leave at once, and the others get their own replies`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            for number in 0..<200 {
                try await client.send(RedisCommand("SET", .text("key\(number)"), .integer(Int64(number))))
            }
            let connection = try #require(client.server as? RedisConnection)
            server.pause()
            let tasks = (0..<200).map { number in
                Task { try await client.send(RedisCommand("GET", .text("key\(number)"))).integer }
            }
            #expect(await eventually { connection.state.withLock { $0.sent.count } == 200 })
            for number in stride(from: 0, to: 200, by: 2) { tasks[number].cancel() }
            for number in stride(from: 0, to: 200, by: 2) {
                let error = await #expect(throws: RedisError.self) { try await tasks[number].value }
                #expect(error?.kind == .cancelled)
                #expect(error?.executed == .maybe)
            }
            server.resume()
            for number in stride(from: 1, to: 200, by: 2) {
                #expect(try await tasks[number].value == Int64(number))
            }
            #expect(client.statistics.connections == 1)
            #expect(client.statistics.ignoredReplies == 100)
            await client.close()
        }

        @Test func `an error of the server is thrown with its kind`() async throws {
            let server = try await TestServer.started("--maxmemory", "1mb")
            let client = try server.client()
            try await client.send(RedisCommand("SET", "text", "abc"))
            #expect(await failure(of: RedisCommand("INCR", "text"), on: client)?.executed == .yes)
            #expect(await failure(of: RedisCommand("NONSENSE"), on: client)?.executed == .no)
            #expect(await failure(of: RedisCommand("BLPOP", "a", 0), on: client)?.kind == .notSupported)
            let large = RedisCommand("SET", "large", .bytes([UInt8](repeating: 0, count: 2 << 20)))
            _ = await failure(of: large, on: client)
            #expect(await failure(of: large, on: client)?.kind == .outOfMemory)
            await client.close()
        }

        @Test func `a server that has become a replica is left, and its writes were not run`() async throws {
            let server = try await TestServer.started("--replicaof", "127.0.0.1 1")
            let client = try server.client()
            let connection = try #require(client.server as? RedisConnection)
            let error = await failure(of: RedisCommand("SET", "a", "b"), on: client)
            #expect(error?.kind == .readOnly)
            #expect(error?.executed == .no)
            #expect(client.statistics.connections == 1)
            connection.state.withLock { $0.readySince = .origin - .seconds(10) }
            #expect(await failure(of: RedisCommand("SET", "a", "b"), on: client)?.kind == .readOnly)
            #expect(await eventually { client.statistics.connections == 2 })
            try await client.send(RedisCommand("PING"))
            await client.close()
        }
    }
}
