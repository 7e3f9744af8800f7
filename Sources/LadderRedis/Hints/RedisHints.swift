public import LadderCore

/// A channel on a Redis or Valkey server by which machines tell each other that a circuit breaker has opened.
///
/// ```swift
/// import LadderRedis
///
/// let hints = try RedisHints(url: "redis://10.0.0.5:6379")
/// let pipeline = try Pipeline(model: model) {
///     CircuitBreaker(hints: hints)
///     Retry()
/// }
/// ```
///
/// The hints are read in the background and kept in memory, so reading one never waits. While the server cannot be reached
/// there are no hints, and each machine learns by itself.
public final class RedisHints: HintChannel {
    private let client: RedisClient
    private let key: String
    private let timeout = Duration.seconds(1)
    /// The name of this process among those that publish.
    private let publisher = String(Runtime.live.random(), radix: 36)
    private let board: HintBoard

    /// Creates a channel for an address such as `redis://10.0.0.5:6379`; see ``RedisClient/init(url:)``.
    ///
    /// - Parameters:
    ///   - url: The address of the server.
    ///   - prefix: The beginning of the channel's key. Channels with the same beginning share their hints.
    /// - Throws: `ConfigurationError` where the address cannot be used.
    public convenience init(url: String, prefix: String = "ladder") throws(ConfigurationError) {
        try self.init(RedisOptions(url: url), prefix: prefix)
    }

    /// Creates a channel for a server.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public init(_ options: RedisOptions, prefix: String = "ladder") throws(ConfigurationError) {
        key = "\(prefix):hints"
        let board = HintBoard()
        self.board = board
        client = try RedisClient(
            options,
            tracking: RedisClient.Tracking(
                onPush: { push in if push.first?.string == "invalidate" { board.becomeOutdated() } },
                onReset: { board.becomeOutdated() }))
        board.load = { [weak self] in await self?.load() }
    }

    /// Tells the other processes, without waiting.
    public func publish(_ hint: SharedHint) {
        let milliseconds = hint.remaining.clampedNanoseconds / 1_000_000
        guard milliseconds > 0 else { return }
        let arguments: [RedisCommand.Argument] = [
            .text("\(hint.kind.rawValue):\(hint.target)"), .text("\(hint.id):\(publisher)"), .integer(milliseconds),
            .integer(Self.maximumHints),
        ]
        Runtime.live.spawn("publication of a hint") { [client, key, timeout] in
            // Without a guarantee: the others learn by themselves.
            _ = try? await client.run(Self.write, keys: [key], arguments, within: timeout)
        }
    }

    /// Returns the latest hint of another process about a target that still counts.
    public func hint(_ kind: SharedHint.Kind, about target: String) -> SharedHint? {
        board.hint("\(kind.rawValue):\(target)", at: Runtime.live.now).map {
            SharedHint(kind, about: target, id: $0.id, remaining: $0.remaining)
        }
    }

    /// Ends the connection.
    public func close() async { await client.close() }

    private func load() async {
        do throws(RedisError) {
            let reply = try await client.run(Self.read, keys: [key], [], within: timeout)
            board.replace(with: Self.hints(in: reply, except: publisher, at: Runtime.live.now))
        } catch {
            board.becomeOutdated()
        }
    }

    /// Returns the hints of other processes in a reply: the server's time, then names and values in turn.
    private static func hints(in reply: RESPValue, except publisher: String, at now: Instant) -> [String: HintBoard
        .Hint]
    {
        guard let elements = reply.elements, elements.count == 2, let serverNow = elements[0].integer,
            let fields = elements[1].elements
        else { return [:] }
        var hints: [String: HintBoard.Hint] = [:]
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            // End in milliseconds, id, publisher.
            let parts = fields[index + 1].string?.split(separator: ":") ?? []
            guard let name = fields[index].string, parts.count == 3, parts[2] != publisher, let end = Int64(parts[0]),
                let id = UInt64(parts[1])
            else { continue }
            hints[name] = HintBoard.Hint(id: id, end: now + .milliseconds(end - serverNow))
        }
        return hints
    }

    /// The number of targets with a hint.
    private static let maximumHints: Int64 = 1_000

    /// Writes a hint with its end in the server's time. The key leaves the server when its last hint is over.
    private static let write = RedisScript(
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[4]) then redis.call('DEL', KEYS[1]) end
        redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', now + tonumber(ARGV[3])) .. ':' .. ARGV[2])
        if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
        return 1
        """)

    private static let read = RedisScript(
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        return {string.format('%.0f', now), redis.call('HGETALL', KEYS[1])}
        """)
}
