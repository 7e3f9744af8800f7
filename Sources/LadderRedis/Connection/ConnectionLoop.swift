import LadderCore

/// The work of a connection's thread: it connects, receives, and watches the deadlines.
struct ConnectionLoop {
    /// What the thread does.
    enum Step {
        case pausing(until: Instant)
        case lookingUp
        case connecting(StreamSocket)
        /// The first commands have been sent; `done` replies of them have come.
        case greeting(StreamSocket, done: Int)
        case ready(StreamSocket)

        var socket: StreamSocket? {
            switch self {
            case .pausing, .lookingUp: nil
            case .connecting(let socket), .greeting(let socket, _), .ready(let socket): socket
            }
        }
    }

    let connection: RedisConnection
    let greeting: Greeting
    private let pipe: WakePipe
    var step = Step.pausing(until: .origin)
    var parser: RESPParser
    var buffer = [UInt8](repeating: 0, count: 32 << 10)
    var backoff = Backoff()
    /// The addresses of the server; empty if they have to be looked up.
    var addresses: [SocketAddress] = []
    var nextAddress = 0
    /// The end of the time for the address that is being tried.
    var addressEnd = Instant.distantFuture
    /// The end of the time for making a connection.
    var attemptEnd = Instant.distantFuture
    private var wasWoken = false

    private init(_ connection: RedisConnection, pipe: WakePipe) {
        self.connection = connection
        self.pipe = pipe
        greeting = Greeting(connection.options, tracksKeys: connection.tracking != nil)
        parser = RESPParser(limits: connection.options.replyLimits)
    }

    /// Runs until the connection is stopped.
    static func run(_ connection: RedisConnection) {
        var closers: [CheckedContinuation<Void, Never>] = []
        do {
            guard let pipe = connection.state.withLock({ $0.pipe }) else { return }
            var loop = ConnectionLoop(connection, pipe: pipe)
            while loop.turn() {}
            closers = loop.end()
        }
        // The descriptors are closed by now.
        for closer in closers { closer.resume() }
    }

    /// Does what is due, then waits. Returns false at the end.
    private mutating func turn() -> Bool {
        let wasWoken = wasWoken
        let isStopping = connection.state.withLock { state in
            // The pipe has been emptied: in the other order a signal could be lost.
            if wasWoken { state.isWoken = false }
            return state.phase == .stopping
        }
        if isStopping { return false }
        let now = Runtime.live.now
        advance(at: now)
        let step = step
        let (ends, plan) = connection.state.withLock { state in
            (state.expire(at: now), state.plan(for: step, attemptEnd: attemptEnd, addressEnd: addressEnd))
        }
        for end in ends { end.carryOut() }
        if plan.sends { connection.flush() }
        let wait = plan.until == .distantFuture ? nil : plan.until - now
        let events = pipe.wait(for: plan.socket, reads: plan.reads, writes: plan.writes, atMost: wait)
        self.wasWoken = events.isWoken
        react(to: events)
        return true
    }

    private mutating func react(to events: WakePipe.Events) {
        switch step {
        case .pausing, .lookingUp: break
        case .connecting(let socket):
            if events.isWritable { finishConnecting(socket) }
        case .greeting(let socket, _), .ready(let socket):
            if events.isWritable {
                connection.state.withLock { $0.output.waitsForRoom = false }
                connection.flush()
            }
            if events.isReadable { receive(from: socket) }
        }
    }

    private mutating func end() -> [CheckedContinuation<Void, Never>] {
        if case .ready = step { connection.tracking?.onReset() }
        step.socket?.shutDown()
        let (ends, closers) = connection.state.withLock { state in
            let ends = state.stop()
            let closers = state.closers
            state.closers = []
            return (ends, closers)
        }
        for end in ends { end.carryOut() }
        return closers
    }
}
