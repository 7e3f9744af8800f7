/// Counts of a client since it was created.
public struct RedisStatistics: Hashable, Sendable {
    /// The number of connections that were made.
    public var connections = 0
    /// The number of calls of the system that sent bytes. Commands that arrive together share one.
    public var writes = 0
    /// The number of bytes sent.
    public var sentBytes = 0
    /// The number of calls of the system that received bytes.
    public var reads = 0
    /// The number of replies that belong to a command.
    public var replies = 0
    /// The number of replies for which no caller waited any longer.
    public var ignoredReplies = 0
    /// The number of messages that the server sent by itself.
    public var pushes = 0
    /// The number of calls that ended at their deadline.
    public var deadlines = 0
    /// The number of calls whose callers were cancelled.
    public var cancellations = 0
    /// The number of times that a caller woke the thread of a connection.
    public var wakeUps = 0
    /// The number of commands that were sent again after an error.
    public var repeats = 0
    /// The number of times that a node of a cluster named another node for a command.
    public var redirects = 0
    /// The number of times that the slots of a cluster were read.
    public var slotReads = 0

    /// Creates counts of zero.
    public init() {}

    /// Adds the counts of another connection.
    static func += (left: inout RedisStatistics, right: RedisStatistics) {
        left.connections += right.connections
        left.writes += right.writes
        left.sentBytes += right.sentBytes
        left.reads += right.reads
        left.replies += right.replies
        left.ignoredReplies += right.ignoredReplies
        left.pushes += right.pushes
        left.deadlines += right.deadlines
        left.cancellations += right.cancellations
        left.wakeUps += right.wakeUps
        left.repeats += right.repeats
        left.redirects += right.redirects
        left.slotReads += right.slotReads
    }
}
