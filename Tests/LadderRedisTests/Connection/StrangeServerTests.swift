import LadderCore
@testable import LadderRedis
import Loopback
import TestSupport
import Testing

extension ServerTests {
    /// A client of servers that are none. They need no Redis, but a machine that is not busy.
    @Suite struct StrangeServerTests {
        @Test func `random bytes in place of replies are errors, and the client does not ask without end`() async throws
        {
            let connections = Shared(0)
            let server = try FakeServer { socket, number in
                connections.change { $0 += 1 }
                guard socket.receive() != nil else { return }
                if number % 2 == 0, !socket.send(FakeServer.greeting) { return }
                var random = SeededNumbers(seed: UInt64(number))
                _ = socket.send((0..<random.next(below: 500)).map { _ in UInt8(random.next(below: 256)) })
            }
            let client = try server.client()
            let end = Runtime.live.now + .seconds(1)
            while Runtime.live.now < end {
                let error = await failure(of: RedisCommand("PING"), on: client)
                #expect(error != nil)
                try await Task.sleep(for: .milliseconds(2))
            }
            #expect(connections.value > 1)
            #expect(connections.value < 40)
            await client.close()
        }

        @Test func `a reply without a command ends the connection`() async throws {
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil, socket.send(FakeServer.greeting), socket.receive() != nil else { return }
                _ = socket.send(Array("+PONG\r\n+PONG\r\n".utf8))
                _ = socket.receive()
            }
            let client = try server.client()
            #expect(await failure(of: RedisCommand("PING"), on: client) == nil)
            #expect(await eventually { client.statistics.connections >= 2 })
            await client.close()
        }

        @Test func `a push message inside a reply is an error`() async throws {
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil, socket.send(FakeServer.greeting), socket.receive() != nil else { return }
                _ = socket.send(Array("*1\r\n>1\r\n+a\r\n".utf8))
                _ = socket.receive()
            }
            let client = try server.client()
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .invalidReply)
            #expect(error?.executed == .maybe)
            await client.close()
        }

        @Test func `a server that does not know RESP3 is named as too old`() async throws {
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil else { return }
                _ = socket.send(Array("-ERR unknown command `HELLO`, with args beginning with: `3`, `secret`\r\n".utf8))
                _ = socket.receive()
            }
            let client = try server.client()
            for _ in 0..<3 {
                let error = await failure(of: RedisCommand("PING"), on: client)
                #expect(error?.kind == .connectFailed)
                #expect(error?.message.contains("RESP3") == true)
            }
            await client.close()
        }

        @Test func `a server that accepts and says nothing ends the attempt at its timeout`() async throws {
            let server = try FakeServer { socket, _ in
                while socket.receive() != nil {}
            }
            let client = try server.client { $0.connectTimeout = .milliseconds(100) }
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .connectFailed)
            #expect(error?.executed == .no)
            await client.close()
        }

        @Test(arguments: [
            "LOADING Redis is loading the dataset in memory", "NOREPLICAS Not enough good replicas to write.",
        ])
        func `errors of a server in trouble say that the command was not run`(text: String) async throws {
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil, socket.send(FakeServer.greeting) else { return }
                while socket.receive() != nil { _ = socket.send(Array("-\(text)\r\n".utf8)) }
            }
            let client = try server.client()
            #expect(await failure(of: RedisCommand("SET", "a", "b"), on: client)?.executed == .no)
            await client.close()
        }

        @Test func `a command whose last byte was not sent was not run, nor was one behind it`() async throws {
            let isOver = Shared(false)
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil, socket.send(FakeServer.greeting), socket.receive() != nil else { return }
                while !isOver.value { _ = socket.wait(milliseconds: 5, watchesClient: false) }
            }
            let client = try server.client()
            let connection = try #require(client.server as? RedisConnection)
            let large = RedisCommand("SET", "a", .bytes([UInt8](repeating: 0, count: 48 << 20)))
            async let first = failure(of: large, on: client)
            #expect(await eventually { connection.state.withLock { $0.output.waitsForRoom } })
            async let second = failure(of: RedisCommand("INCR", "b"), on: client)
            #expect(await eventually { connection.state.withLock { $0.sent.count } == 2 })
            isOver.change { $0 = true }
            let executed = await [first?.executed, second?.executed]
            #expect(executed == [.no, .no])
            await client.close()
        }

        @Test func `nodes that name each other end a command with an error`() async throws {
            let port = Shared(0)
            let server = try FakeServer { socket, _ in
                guard socket.receive() != nil, socket.send(FakeServer.greeting) else { return }
                while let bytes = socket.receive() {
                    // Several commands can come together; each begins with a star.
                    for byte in bytes where byte == UInt8(ascii: "*") {
                        _ = socket.send(Array("-MOVED 1 127.0.0.1:\(port.value)\r\n".utf8))
                    }
                }
            }
            port.change { $0 = server.port }
            let client = try server.client { $0.isCluster = true }
            let error = await failure(of: RedisCommand("SET", "a", "b"), on: client)
            #expect(error?.kind == .unavailable)
            #expect(error?.executed == .no)
            await client.close()
        }
    }
}
