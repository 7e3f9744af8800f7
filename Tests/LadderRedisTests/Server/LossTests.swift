import LadderCore
@testable import LadderRedis
import TestSupport
import Testing

extension ServerTests {
    struct LossTests {
        private struct Counts: Sendable {
            var succeeded = 0
            var uncertain = 0
            var mixedUp = 0
        }

        @Test func `what errors say about commands is true while connections are killed`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            let killer = try server.client()
            let counts = Shared(Counts())
            let isOver = Shared(false)
            await withTaskGroup(of: Void.self) { group in
                for task in 0..<64 {
                    group.addTask {
                        var number = 0
                        while !isOver.value {
                            number += 1
                            let text = "\(task)-\(number)"
                            if let reply = try? await client.send(RedisCommand("ECHO", .text(text))),
                                reply.string != text
                            {
                                counts.change { $0.mixedUp += 1 }
                            }
                            let error = await failure(of: RedisCommand("INCR", "counter"), on: client)
                            counts.change { counts in
                                if error == nil { counts.succeeded += 1 }
                                if let error, error.executed != .no { counts.uncertain += 1 }
                            }
                        }
                    }
                }
                for _ in 0..<50 {
                    try? await Task.sleep(for: .milliseconds(30))
                    _ = try? await killer.send(RedisCommand("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"))
                }
                isOver.change { $0 = true }
            }
            let counter = Int(try await killer.send(RedisCommand("GET", "counter")).integer ?? 0)
            let result = counts.value
            #expect(result.succeeded > 100)
            #expect(counter >= result.succeeded)
            #expect(counter <= result.succeeded + result.uncertain)
            #expect(result.mixedUp == 0)
            #expect(client.statistics.connections > 10)
            await client.close()
            await killer.close()
        }

        @Test func `a server that stops answering costs five deadlines, then commands fail at once`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            try await client.send(RedisCommand("SET", "a", "b"))
            server.pause()
            for _ in 0..<5 {
                let start = Runtime.live.now
                let error = await failure(of: RedisCommand("GET", "a"), on: client, within: .milliseconds(50))
                #expect(error?.kind == .deadline)
                #expect(error?.executed == .maybe)
                #expect(Runtime.live.now - start < .seconds(5))
            }
            let error = await failure(of: RedisCommand("GET", "a"), on: client)
            #expect(error?.kind == .resting)
            #expect(error?.executed == .no)
            #expect(client.state != .ready)
            server.resume()
            #expect(await eventually { (try? await client.send(RedisCommand("GET", "a")))?.string == "b" })
            #expect(client.statistics.connections == 1)
            await client.close()
        }

        @Test func `a connection without a byte for the stall timeout is made again`() async throws {
            let server = try await TestServer.started()
            let client = try server.client {
                $0.stallTimeout = .milliseconds(200)
                $0.connectTimeout = .seconds(20)
            }
            try await client.send(RedisCommand("PING"))
            server.pause()
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .connectionLost)
            #expect(error?.executed == .maybe)
            server.resume()
            #expect(await eventually { await failure(of: RedisCommand("PING"), on: client) == nil })
            #expect(client.statistics.connections == 2)
            await client.close()
        }

        @Test func `a silent server is noticed without commands`() async throws {
            let server = try await TestServer.started()
            let client = try server.client {
                $0.pingInterval = .milliseconds(50)
                $0.stallTimeout = .milliseconds(200)
            }
            try await client.send(RedisCommand("PING"))
            #expect(await eventually { client.statistics.replies > 3 })
            server.pause()
            #expect(await eventually { client.state != .ready })
            server.resume()
            #expect(await eventually { client.state == .ready })
            await client.close()
        }

        @Test func `callers keep their deadlines while the server is killed and started again`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            let isOver = Shared(false)
            let longest = Shared(Duration.zero)
            let successes = Shared(0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        while !isOver.value {
                            let start = Runtime.live.now
                            let command = RedisCommand("SET", "a", "b")
                            let error = await failure(of: command, on: client, within: .milliseconds(50))
                            let time = Runtime.live.now - start
                            longest.change { $0 = max($0, time) }
                            if error == nil { successes.change { $0 += 1 } }
                            // Without it failures at once would fill the machine.
                            if error != nil { try? await Task.sleep(for: .milliseconds(1)) }
                        }
                    }
                }
                for _ in 0..<3 {
                    let before = successes.value
                    #expect(await eventually { successes.value > before + 100 })
                    server.kill()
                    #expect(await eventually { client.state != .ready })
                    try await server.start()
                }
                let before = successes.value
                #expect(await eventually { successes.value > before + 100 })
                isOver.change { $0 = true }
            }
            #expect(longest.value < .seconds(5))
            await client.close()
        }

        @Test func `a command with the same effect twice is repeated after a lost connection, another one is not`()
            async throws
        {
            let server = try await TestServer.started()
            let client = try server.client()
            try await client.send(RedisCommand("PING"))
            for isIdempotent in [true, false] {
                server.pause()
                let task = Task { try await client.send(RedisCommand("SET", "a", "b", isIdempotent: isIdempotent)) }
                let connection = try #require(client.server as? RedisConnection)
                #expect(
                    await eventually { connection.state.withLock { $0.output.possiblySent > 0 && !$0.sent.isEmpty } })
                connection.state.withLock { $0.socket }?.shutDown()
                server.resume()
                let result = await task.result
                let isReplied = (try? result.get()) != nil
                #expect(isReplied == isIdempotent)
            }
            await client.close()
        }
    }
}
