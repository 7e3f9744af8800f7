import LadderCore

/// A client of one Redis or Valkey server, or of a cluster, which any number of tasks share.
///
/// ```swift
/// let client = try RedisClient(url: "redis://127.0.0.1:6379/0")
/// try await client.send(RedisCommand("SET", "greeting", "hello", "PX", 60_000))
/// let greeting = try await client.send(RedisCommand("GET", "greeting")).string
/// ```
///
/// Commands of all tasks travel over one connection, those that arrive together in one write. One thread for each server
/// reads the replies; no caller's thread ever blocks. A command ends at its deadline, whatever the server does. A lost
/// connection is made again by itself. Errors say whether the command was executed.
///
/// Commands that block or change the state of the connection (`BLPOP`, `SUBSCRIBE`, `WATCH`, `MULTI` …) are refused,
/// because all tasks share it.
public final class RedisClient: Sendable {
    /// The options that the client was created with.
    public let options: RedisOptions

    /// Creates a client. It connects with the first command.
    ///
    /// - Throws: `ConfigurationError` with every option that is out of range.
    public convenience init(_ options: RedisOptions) throws(ConfigurationError)

    /// Creates a client for an address such as `redis://user:password@10.0.0.5:6379/0`, `redis+cluster://10.0.0.5:7000` or
    /// `unix:///run/redis.sock`.
    ///
    /// - Throws: `ConfigurationError` where the address cannot be read, and for `rediss://`, with the ways there are instead.
    public convenience init(url: String) throws(ConfigurationError)

    /// What the connection is doing. That of a cluster is the one to its first node.
    public var state: RedisConnectionState

    /// Counts since the client was created.
    public var statistics: RedisStatistics

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - timeout: The longest time to wait; nil means the one of the options.
    /// - Throws: `RedisError`, also for a reply that is an error.
    @discardableResult
    public func send(_ command: RedisCommand, within timeout: Duration? = nil) async throws(RedisError) -> RESPValue

    /// Runs a script as a whole.
    ///
    /// - Parameters:
    ///   - script: The script.
    ///   - keys: The keys that it reads or writes. In a cluster all are in one slot.
    ///   - arguments: The other arguments.
    ///   - timeout: The longest time to wait; nil means the one of the options.
    @discardableResult
    public func run(
        _ script: RedisScript, keys: [String], _ arguments: [RedisCommand.Argument], within timeout: Duration? = nil
    ) async throws(RedisError) -> RESPValue

    /// Ends the connections and the threads. Commands that wait fail with `closed`.
    public func close() async
}

extension RedisClient {
    /// What a store that keeps replies in memory must know of the connection. Both are called on the thread that reads the
    /// replies, in their order, and must return at once.
    package struct Tracking: Sendable {
        /// A push message, such as an invalidation of keys (`CLIENT TRACKING ON` is part of the handshake then).
        package var onPush: @Sendable ([RESPValue]) -> Void
        /// The connection is not ready, or is another one: nothing that was read before can be trusted any longer.
        package var onReset: @Sendable () -> Void
    }

    package convenience init(_ options: RedisOptions, tracking: Tracking?) throws(ConfigurationError)

    /// Runs a command, and hands its reply over on the reading thread as well, in the order of all replies and pushes.
    package func send(
        _ command: RedisCommand, within timeout: Duration?, onReply: @escaping @Sendable (RESPValue) -> Void
    ) async throws(RedisError) -> RESPValue
}
