import LadderCore

/// A command that waits for its reply.
struct SentCall: Sendable {
    var deadline: Instant
    /// The caller; nil after it has left, and for commands of the connection itself.
    var caller: CheckedContinuation<Result<RESPValue, RedisError>, Never>?
    let onReply: (@Sendable (RESPValue) -> Void)?
    /// The offset in the connection's bytes at which the command ends.
    let end: Int
}
