import LadderCore

/// What the callers and the thread of a connection share. It changes under the connection's lock.
struct ConnectionState: Sendable {
    /// What callers may do.
    enum Phase: Sendable {
        /// No command has come yet.
        case idle
        /// Commands wait until the connection is ready.
        case connecting
        /// Commands are sent.
        case ready
        /// Commands wait for the next connection, because this one ends with its last reply.
        case draining
        /// Commands fail at once, with the failure of the last attempt to connect.
        case pausing
        /// The connection ends for good.
        case stopping
        case stopped
    }

    let options: RedisOptions
    var phase = Phase.idle
    var socket: StreamSocket?
    /// The way to wake the thread; nil before it is started.
    var pipe: WakePipe?
    /// Whether the thread has been woken, and has not looked yet.
    var isWoken = false
    var unsent = CallRing<UnsentCall>()
    var sent = CallRing<SentCall>()
    var output = OutputBuffer()
    /// The number of callers that wait for the connection.
    var unsentCount = 0
    /// The number of bytes of their commands.
    var unsentBytes = 0
    /// The time at which the thread looks at the deadlines, not after the earliest of them.
    var alarm = Instant.distantFuture
    /// The last time at which a byte came, or at which a command was sent while none was under way.
    var quietSince = Instant.origin
    /// The number of failures since the last reply.
    var failures = 0
    /// The error of a thread that was sending.
    var writeError: SystemError?
    /// The failure of the last connection or attempt.
    var lastFailure = RedisError(.connectFailed, executed: .no, message: "not connected yet")
    /// Whether the server has replied to a command on this connection.
    var hasReplied = false
    /// The time at which the connection became ready.
    var readySince = Instant.origin
    /// Whether a thread looks the server's name up.
    var isLookingUp = false
    /// The addresses that a thread has looked up.
    var lookup: [SocketAddress]?
    var statistics = RedisStatistics()
    /// The tasks that wait for the end of the thread.
    var closers: [CheckedContinuation<Void, Never>] = []

    init(_ options: RedisOptions) {
        self.options = options
    }

    /// Whether commands fail at once until a reply comes.
    var isResting: Bool { failures >= options.failuresBeforeRest }

    var publicState: RedisConnectionState {
        switch phase {
        case .idle: .idle
        case .connecting: isResting ? .waiting(lastFailure.message) : .connecting
        case .ready, .draining: isResting ? .waiting(lastFailure.message) : .ready
        case .pausing: .waiting(lastFailure.message)
        case .stopping, .stopped: .closed
        }
    }

    /// Notes that the thread has to look, and returns the way to wake it where that is necessary.
    mutating func takeWake() -> WakePipe? {
        guard !isWoken, let pipe else { return nil }
        isWoken = true
        statistics.wakeUps += 1
        return pipe
    }
}
