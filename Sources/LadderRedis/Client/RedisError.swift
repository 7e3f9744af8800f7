/// The failure of a command.
///
/// It says whether the server can have run the command, because a connection can break between the command and its
/// reply.
public struct RedisError: Error, Hashable, Sendable {
    /// The reasons for which a command fails.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The server refused the command; the message is its own.
        case server
        /// The server refused the name, the password, or the right to run the command.
        case notAllowed
        /// The server has no memory left for a write.
        case outOfMemory
        /// The server takes no writes now: it is a replica, or has too few of them.
        case readOnly
        /// The server or the cluster cannot answer now: it is loading, or a part of it is down.
        case unavailable
        /// No reply came before the deadline.
        case deadline
        /// The caller was cancelled.
        case cancelled
        /// Too many commands wait already.
        case queueFull
        /// The server has not answered several times in a row, so commands fail at once until it answers again.
        case resting
        /// The connection was lost before the reply.
        case connectionLost
        /// No connection could be made.
        case connectFailed
        /// The server sent something that is no reply.
        case invalidReply
        /// The command or a value is larger than the client allows.
        case tooLarge
        /// The command cannot be sent over a connection that callers share.
        case notSupported
        /// The client was closed.
        case closed
    }

    /// Whether the server has run the command.
    public enum Execution: String, Hashable, Sendable, CaseIterable {
        case no
        case maybe
        case yes
    }

    /// The reason for the failure.
    public var kind: Kind
    /// Whether the server has run the command. A command that was not executed may be repeated.
    public var executed: Execution
    /// What happened, in a sentence without keys or values.
    public var message: String

    /// Creates an error.
    public init(_ kind: Kind, executed: Execution, message: String) {
        self.kind = kind
        self.executed = executed
        self.message = message
    }
}

extension RedisError: CustomStringConvertible {
    /// The kind, the message and whether the command was run.
    ///
    /// An example is `deadline: no reply within 50 ms (executed: maybe)`.
    public var description: String { "\(kind.rawValue): \(message) (executed: \(executed.rawValue))" }
}
