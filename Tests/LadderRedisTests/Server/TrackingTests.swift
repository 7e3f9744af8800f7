import LadderRedis
import TestSupport
import Testing

extension ServerTests {
    struct TrackingTests {
        @Test func `replies and invalidations come in their order, and a lost connection is a reset`() async throws {
            let server = try await TestServer.started()
            let events = Shared<[String]>([])
            let tracking = RedisClient.Tracking(
                onPush: { message in
                    let keys = message.last?.elements?.compactMap(\.string) ?? ["all"]
                    events.change { $0.append("invalid \(keys.joined(separator: " "))") }
                },
                onReset: { events.change { $0.append("reset") } })
            var options = RedisOptions(.tcp(host: "127.0.0.1", port: server.port))
            options.commandTimeout = .seconds(30)
            let client = try RedisClient(options, tracking: tracking)
            let other = try server.client()
            try await other.send(RedisCommand("SET", "a", "1"))
            _ = try await client.send(RedisCommand("GET", "a"), within: nil) { reply in
                events.change { $0.append("read \(reply.string ?? "")") }
            }
            try await other.send(RedisCommand("SET", "a", "2"))
            #expect(await eventually { events.value.count == 3 })
            try await other.send(RedisCommand("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"))
            #expect(await eventually { events.value.count == 5 })
            #expect(events.value == ["reset", "read 1", "invalid a", "reset", "reset"])
            await client.close()
            #expect(events.value.count == 6)
            await other.close()
        }
    }
}
