import Foundation
import LadderCore
@testable import LadderRedis
import Testing

extension ServerTests {
    struct LifetimeTests {
        @Test func `closing ends commands that wait, and later ones are refused`() async throws {
            let server = try await TestServer.started()
            let client = try server.client()
            try await client.send(RedisCommand("PING"))
            server.pause()
            let tasks = (0..<50).map { _ in Task { await failure(of: RedisCommand("PING"), on: client) } }
            let connection = try #require(client.server as? RedisConnection)
            #expect(await eventually { connection.state.withLock { $0.sent.count } == 50 })
            await client.close()
            for task in tasks {
                let error = await task.value
                #expect(error?.kind == .closed)
                #expect(error?.executed != .yes)
            }
            let error = await failure(of: RedisCommand("PING"), on: client)
            #expect(error?.kind == .closed)
            #expect(error?.executed == .no)
            await client.close()
            server.resume()
        }

        @Test func `a client that was never used can be closed`() async throws {
            let client = try RedisClient(RedisOptions())
            await client.close()
            #expect(client.state == .closed)
        }

        #if os(Linux)
        @Test(arguments: [true, false])
        func `clients leave no descriptor and no thread behind`(isClosed: Bool) async throws {
            let server = try await TestServer.started()
            let descriptors = try Self.count("/proc/self/fd")
            for _ in 0..<20 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<10 {
                        group.addTask {
                            let client = try server.client()
                            try await client.send(RedisCommand("PING"))
                            if isClosed { await client.close() }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            // Other tests run at the same time and have some of their own.
            #expect(await eventually { (try? Self.count("/proc/self/fd")) ?? .max < descriptors + 60 })
            #expect(await eventually { (try? Self.count("/proc/self/task")) ?? .max < 100 })
            withExtendedLifetime(server) {}
        }

        private static func count(_ directory: String) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: directory).count
        }
        #endif
    }
}
