import LadderCore
@testable import LadderRedis
import Testing

extension ServerTests {
    struct ConnectingTests {
        @Test func `a refused port fails at once, and commands in the pause after it too`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            server.kill()
            for _ in 0..<3 {
                let error = await failure(of: RedisCommand("PING"), on: client)
                #expect(error?.kind == .connectFailed)
                #expect(error?.executed == .no)
            }
            guard case .waiting = client.state else {
                Issue.record("the state is \(client.state)")
                return
            }
            try await server.start()
            #expect(await eventually { await failure(of: RedisCommand("PING"), on: client) == nil })
            await client.close()
        }

        @Test func `a server that takes no connections ends the attempt at its timeout`() async throws {
            let server = try await TestServer.started("--tcp-backlog", "1")
            server.pause()
            let address = try #require(
                SocketAddress.resolve(host: "127.0.0.1", port: server.port, isNumeric: true).first)
            let crowd = try (0..<20).map { _ in try StreamSocket.connect(to: address).socket }
            let client = try server.client { $0.connectTimeout = .milliseconds(200) }
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .connectFailed)
            #expect(error?.executed == .no)
            withExtendedLifetime(crowd) {}
            await client.close()
        }

        @Test func `a command that waits for the connection ends at its own deadline and was not run`() async throws {
            let server = try await TestServer.started()
            server.pause()
            let client = try server.client()
            let error = await failure(of: RedisCommand("PING"), on: client, within: .milliseconds(50))
            #expect(error?.kind == .deadline)
            #expect(error?.executed == .no)
            let task = Task { await failure(of: RedisCommand("PING"), on: client) }
            let connection = try #require(client.server as? RedisConnection)
            #expect(await eventually { connection.state.withLock { $0.unsentCount } == 1 })
            task.cancel()
            let cancelled = await task.value
            #expect(cancelled?.kind == .cancelled)
            #expect(cancelled?.executed == .no)
            server.resume()
            try await client.send(RedisCommand("PING"))
            #expect(connection.state.withLock { $0.unsentBytes } == 0)
            await client.close()
        }

        @Test func `an unknown host is an error`() async throws {
            var options = RedisOptions(.tcp(host: "no-such-host.invalid", port: 6_379))
            options.connectTimeout = .milliseconds(500)
            options.commandTimeout = .seconds(20)
            let client = try RedisClient(options)
            #expect(await failure(of: RedisCommand("PING"), on: client)?.kind == .connectFailed)
            await client.close()
        }

        @Test func `every address of a name is tried`() async throws {
            let server = try await TestServer.started()
            let client = try server.client { $0.endpoint = .tcp(host: "localhost", port: server.port) }
            try await client.send(RedisCommand("PING"))
            await client.close()
        }

        @Test func `a unix socket is connected to, and a missing one is an error`() async throws {
            let path = "/tmp/ladder-\(UInt32.random(in: 0 ... .max)).sock"
            let server = try await TestServer.started("--unixsocket", path)
            let client = try RedisClient(url: "unix://\(path)")
            try await client.send(RedisCommand("PING"), within: .seconds(20))
            await client.close()
            let other = try RedisClient(url: "unix://\(path).missing")
            #expect(await failure(of: RedisCommand("PING"), on: other)?.kind == .connectFailed)
            await other.close()
            withExtendedLifetime(server) {}
        }
    }
}
