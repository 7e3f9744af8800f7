import LadderCore
import LadderRedis

extension TestServer {
    /// The address of the server.
    var url: String { "redis://127.0.0.1:\(port)" }

    /// Lets time pass for everything that has an end.
    func advance(by duration: Duration) async throws {
        let client = try client()
        let script = RedisScript(
            """
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local left = redis.call('PTTL', key)
              if left >= 0 then redis.call('PEXPIRE', key, math.max(0, left - tonumber(ARGV[1]))) end
            end
            return 1
            """)
        _ = try await client.run(script, keys: [], [.integer(duration.clampedNanoseconds / 1_000_000)])
        await client.close()
    }
}
