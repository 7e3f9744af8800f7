import LadderRedis
import Testing

extension ServerTests {
    struct LoginTests {
        @Test func `the right password is accepted`() async throws {
            let server = try await TestServer.started("--requirepass", "secret")
            let client = try server.client { $0.password = "secret" }
            try await client.send(RedisCommand("PING"))
            await client.close()
        }

        @Test(arguments: [nil, "wrong"])
        func `a wrong or missing password is an error of its own, and is not tried again soon`(password: String?)
            async throws
        {
            let server = try await TestServer.started("--requirepass", "secret")
            let client = try server.client { $0.password = password }
            for _ in 0..<3 {
                let error = await failure(of: RedisCommand("PING"), on: client)
                #expect(error?.kind == .notAllowed)
                #expect(error?.executed == .no)
                #expect(error?.message.contains("wrong") == false)
            }
            #expect(client.statistics.connections == 1)
            await client.close()
        }

        @Test func `a user without the right to a command gets an error of its own`() async throws {
            let server = try await TestServer.started(
                "--user", "reader", "on", ">secret", "~*", "+@read", "+@connection")
            let client = try server.client {
                $0.user = "reader"
                $0.password = "secret"
            }
            try await client.send(RedisCommand("GET", "a"))
            let error = await failure(of: RedisCommand("SET", "a", "b"), on: client)
            #expect(error?.kind == .notAllowed)
            #expect(error?.executed == .no)
            try await client.send(RedisCommand("GET", "a"))
            await client.close()
        }

        @Test func `the database is selected, and one that does not exist is an error`() async throws {
            let server = try await TestServer.started()
            let third = try server.client { $0.database = 3 }
            try await third.send(RedisCommand("SET", "a", "third"))
            let first = try server.client()
            #expect(try await first.send(RedisCommand("GET", "a")).isNull)
            let info = try await third.send(RedisCommand("CLIENT", "INFO")).string ?? ""
            #expect(info.contains("db=3"))
            #expect(info.contains("name=ladder"))
            let missing = try server.client { $0.database = 99 }
            #expect(await failure(of: RedisCommand("PING"), on: missing)?.kind == .connectFailed)
            for client in [first, third, missing] { await client.close() }
        }
    }
}
