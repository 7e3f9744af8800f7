/// Where a Redis or Valkey server is, and how long the client waits for it.
public struct RedisOptions: Hashable, Sendable {
    /// The address of a server.
    public enum Endpoint: Hashable, Sendable {
        case tcp(host: String, port: Int)
        /// The path of a unix socket.
        case unix(path: String)
    }

    /// The address of the server, or of the first node of a cluster.
    public var endpoint: Endpoint
    /// The name of the server's user; nil for its default user.
    public var user: String?
    /// The password; nil for a server without one. It is not part of any description.
    public var password: String?
    /// The number of the database. A cluster has only 0.
    public var database: Int
    /// Whether the server is a node of a cluster.
    public var isCluster: Bool
    /// The name under which the server lists the connection.
    public var clientName: String
    /// The longest time for making a connection.
    public var connectTimeout: Duration
    /// The longest time for a command whose caller sets none.
    public var commandTimeout: Duration
    /// The number of commands that may wait for a reply.
    public var maximumWaiting: Int
    /// The number of bytes that may wait to be sent.
    public var maximumWaitingBytes: Int
    /// The number of failures in a row, with no reply in between, after which commands fail at once until a reply
    /// comes.
    public var failuresBeforeRest: Int
    /// The time without a byte after which a connection with waiting commands is given up.
    public var stallTimeout: Duration
    /// The time without a command after which the client asks whether the server is there.
    public var pingInterval: Duration
    /// The limits on the size of a reply.
    public var replyLimits: RESPLimits
    /// Whether passwords and values may be sent unencrypted to addresses that are neither loopback nor private.
    public var allowsPlainTextToPublicAddresses: Bool

    /// Creates options for a server, by default that of this machine.
    public init(_ endpoint: Endpoint = .tcp(host: "127.0.0.1", port: 6379)) {
        self.endpoint = endpoint
        database = 0
        isCluster = false
        clientName = "ladder"
        connectTimeout = .seconds(1)
        commandTimeout = .seconds(1)
        maximumWaiting = 16_384
        maximumWaitingBytes = 64 << 20
        failuresBeforeRest = 5
        stallTimeout = .seconds(2)
        pingInterval = .seconds(15)
        replyLimits = RESPLimits()
        allowsPlainTextToPublicAddresses = false
    }
}
