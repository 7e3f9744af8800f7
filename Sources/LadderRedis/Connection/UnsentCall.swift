import LadderCore

/// A command that waits for the connection.
struct UnsentCall: Sendable {
    /// The encoded command, after those that must come directly before it.
    var bytes: [UInt8]
    /// The number of replies that come before its own and are dropped.
    var repliesBefore: Int
    var deadline: Instant
    /// The caller; nil after it has left.
    var caller: CheckedContinuation<Result<RESPValue, RedisError>, Never>?
    let ticket: CallTicket
    let onReply: (@Sendable (RESPValue) -> Void)?
}
