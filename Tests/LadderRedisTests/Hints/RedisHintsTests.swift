import LadderCore
import LadderRedis
import Testing

extension ServerTests {
    @Suite struct RedisHintsTests {
        @Test func `a hint reaches the other processes and not its own, and ends`() async throws {
            let server = try await TestServer.started()
            let (first, second) = (try RedisHints(url: server.url), try RedisHints(url: server.url))
            #expect(second.hint(.breakerOpened, about: "m") == nil)
            first.publish(SharedHint(.breakerOpened, about: "m", id: 7, remaining: .seconds(600)))
            var found: SharedHint?
            for _ in 0..<3_000 where found == nil {
                found = second.hint(.breakerOpened, about: "m")
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(found?.id == 7)
            #expect(found.map { $0.remaining > .seconds(1) && $0.remaining <= .seconds(600) } == true)
            #expect(second.hint(.breakerOpened, about: "n") == nil)
            #expect(first.hint(.breakerOpened, about: "m") == nil)
            first.publish(SharedHint(.breakerOpened, about: "m", id: 8, remaining: .milliseconds(1)))
            for _ in 0..<3_000 where second.hint(.breakerOpened, about: "m") != nil {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(second.hint(.breakerOpened, about: "m") == nil)
            await first.close()
            await second.close()
        }

        @Test func `without a server there are no hints`() async throws {
            let hints = try RedisHints(url: "redis://127.0.0.1:1")
            hints.publish(SharedHint(.breakerOpened, about: "m", id: 7, remaining: .seconds(600)))
            #expect(hints.hint(.breakerOpened, about: "m") == nil)
            await hints.close()
        }
    }
}
