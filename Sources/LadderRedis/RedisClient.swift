public import LadderCore

/// A client of one Redis or Valkey server, or of a cluster, which any number of tasks share.
///
/// ```swift
/// import LadderRedis
///
/// let client = try RedisClient(url: "redis://127.0.0.1:6379/0")
/// try await client.send(RedisCommand("SET", "greeting", "hello", "PX", 60_000))
/// let greeting = try await client.send(RedisCommand("GET", "greeting")).string
/// ```
///
/// Commands of all tasks travel over one connection, those that arrive together in one write. One thread for each
/// server reads the replies; no caller's thread ever blocks. A command ends at its deadline, whatever the server does.
/// A lost connection is made again by itself. Errors say whether the command was executed.
///
/// Commands that block or change the state of the connection (`BLPOP`, `SUBSCRIBE`, `WATCH`, `MULTI` …) are refused,
/// because all tasks share it.
public final class RedisClient: Sendable {
    /// The options that the client was created with.
    public let options: RedisOptions
    let server: any RedisServer

    /// Creates a client. It connects with the first command.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public convenience init(_ options: RedisOptions) throws(ConfigurationError) {
        try self.init(options, tracking: nil)
    }

    /// Creates a client for an address such as `redis://user:password@10.0.0.5:6379/0`, `redis+cluster://10.0.0.5:7000`
    /// or `unix:///run/redis.sock`.
    ///
    /// - Throws: `ConfigurationError` where the address cannot be read, and for `rediss://`, with the ways there are
    ///   instead.
    public convenience init(url: String) throws(ConfigurationError) {
        try self.init(RedisOptions(url: url))
    }

    package init(_ options: RedisOptions, tracking: Tracking?) throws(ConfigurationError) {
        let problems = options.problems
        if !problems.isEmpty { throw ConfigurationError(problems: problems) }
        self.options = options
        if options.isCluster, case .tcp(let host, let port) = options.endpoint {
            server = RedisCluster(options, seed: NodeAddress(host: host, port: port), tracking: tracking)
        } else {
            server = RedisConnection(options, tracking: tracking)
        }
    }

    deinit { server.beginStop() }

    /// What the connection is doing. That of a cluster is the one to its first node.
    public var state: RedisConnectionState { server.publicState }

    /// Counts since the client was created.
    public var statistics: RedisStatistics { server.statistics }

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - timeout: The longest time to wait; nil means the one of the options.
    /// - Throws: `RedisError`, also for a reply that is an error.
    @discardableResult
    public func send(_ command: RedisCommand, within timeout: Duration? = nil) async throws(RedisError) -> RESPValue {
        try await reply(to: command, within: timeout, onReply: nil)
    }

    /// Runs a script as a whole.
    ///
    /// - Parameters:
    ///   - script: The script.
    ///   - keys: The keys that it reads or writes. In a cluster all are in one slot.
    ///   - arguments: The other arguments.
    ///   - timeout: The longest time to wait; nil means the one of the options.
    /// - Throws: `RedisError`, also for a reply that is an error.
    @discardableResult
    public func run(
        _ script: RedisScript, keys: [String], _ arguments: [RedisCommand.Argument], within timeout: Duration? = nil
    ) async throws(RedisError) -> RESPValue {
        try await run(script, keys: keys, arguments, within: timeout, onReply: nil)
    }

    /// Runs a script, and hands its reply to `onReply` where there is one.
    func run(
        _ script: RedisScript, keys: [String], _ arguments: [RedisCommand.Argument], within timeout: Duration?,
        onReply: (@Sendable (RESPValue) -> Void)?
    ) async throws(RedisError) -> RESPValue {
        let end = Runtime.live.now + (timeout ?? options.commandTimeout)
        let rest = [.integer(Int64(keys.count))] + keys.map { .text($0) } + arguments
        do throws(RedisError) {
            return try await reply(
                to: RedisCommand(["EVALSHA", .text(script.digest)] + rest, key: keys.first), within: timeout,
                onReply: onReply)
        } catch {
            guard error.message.hasPrefix("NOSCRIPT") else { throw error }
            return try await reply(
                to: RedisCommand(["EVAL", .text(script.text)] + rest, key: keys.first),
                within: end - Runtime.live.now, onReply: onReply)
        }
    }

    /// Ends the connections and the threads. Commands that wait fail with `closed`.
    public func close() async { await server.stop() }

    /// Runs a command, and hands its reply to `onReply` where there is one.
    func reply(
        to command: RedisCommand, within timeout: Duration?, onReply: (@Sendable (RESPValue) -> Void)?
    ) async throws(RedisError) -> RESPValue {
        if let refusal = command.refusal { throw RedisError(.notSupported, executed: .no, message: refusal) }
        let timeout = timeout ?? options.commandTimeout
        guard timeout > .zero else { throw RedisError(.deadline, executed: .no, message: "there was no time left") }
        switch await server.reply(to: command, until: Runtime.live.now + timeout, onReply: onReply) {
        case .success(.error(let text)): throw RedisError(reply: text)
        case .success(let value): return value
        case .failure(var error):
            if error.kind == .deadline { error.message = "no reply within \(timeout.shortText)" }
            throw error
        }
    }
}
