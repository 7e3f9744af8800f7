import LadderRedis
import Testing

/// Returns the error of a command; nil where there is none.
func failure(
    of command: RedisCommand, on client: RedisClient, within timeout: Duration? = nil
) async -> RedisError? {
    do throws(RedisError) {
        try await client.send(command, within: timeout)
        return nil
    } catch {
        return error
    }
}
