import LadderCore
@testable import LadderRedis
import Testing

extension ServerTests {
    struct LimitTests {
        @Test func `the number of commands that wait is limited exactly`() async throws {
            let server = try await TestServer.started()
            let client = try server.client { $0.maximumWaiting = 10 }
            try await client.send(RedisCommand("PING"))
            server.pause()
            let tasks = (0..<10).map { _ in Task { try await client.send(RedisCommand("PING")) } }
            let connection = try #require(client.server as? RedisConnection)
            #expect(await eventually { connection.state.withLock { $0.sent.count } == 10 })
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .queueFull)
            #expect(error?.executed == .no)
            server.resume()
            for task in tasks { _ = try await task.value }
            try await client.send(RedisCommand("PING"))
            await client.close()
        }

        @Test func `the number of bytes that wait is limited, and a command beyond it is refused`() async throws {
            let server = try await TestServer.started()
            let client = try server.client { $0.maximumWaitingBytes = 1_000 }
            server.pause()
            let half = RedisCommand("SET", "a", .bytes([UInt8](repeating: 0, count: 600)))
            let waiting = Task { try await client.send(half) }
            let connection = try #require(client.server as? RedisConnection)
            #expect(await eventually { connection.state.withLock { $0.unsentCount } == 1 })
            #expect(await failure(of: half, on: client)?.kind == .queueFull)
            let large = RedisCommand("SET", "a", .bytes([UInt8](repeating: 0, count: 1_000)))
            #expect(await failure(of: large, on: client)?.kind == .tooLarge)
            server.resume()
            _ = try await waiting.value
            await client.close()
        }

        @Test func `a value of many megabytes travels with small ones behind it`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            let value = (0..<(24 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await client.send(RedisCommand("SET", "large", .bytes(value))) }
                for number in 0..<50 {
                    group.addTask {
                        let text = "\(number)"
                        let reply = try await client.send(RedisCommand("ECHO", .text(text)))
                        #expect(reply.string == text)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await client.send(RedisCommand("GET", "large")) == .bytes(value))
            await client.close()
        }

        @Test func `a reply beyond the limits ends the connection with an error`() async throws {
            let server = try await TestServer.started()
            let client = try server.client { $0.replyLimits.stringBytes = 1_000 }
            let value = [UInt8](repeating: 0, count: 2_000)
            try await client.send(RedisCommand("SET", "a", .bytes(value)))
            let error = await failure(of: RedisCommand("GET", "a"), on: client)
            #expect(error?.kind == .invalidReply)
            #expect(error?.executed == .maybe)
            #expect(await eventually { await failure(of: RedisCommand("PING"), on: client) == nil })
            await client.close()
        }
    }
}
