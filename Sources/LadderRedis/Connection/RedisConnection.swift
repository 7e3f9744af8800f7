import LadderCore

/// One connection to one server, which any number of tasks share.
///
/// A thread of its own connects, receives, and watches the deadlines. Callers never wait for it: they send by
/// themselves on an idle connection, and leave their command to it on a busy one.
final class RedisConnection: Sendable {
    let options: RedisOptions
    let tracking: RedisClient.Tracking?
    let state: Locked<ConnectionState>

    /// Creates a connection, which is made with the first command.
    init(_ options: RedisOptions, tracking: RedisClient.Tracking?) {
        self.options = options
        self.tracking = tracking
        state = Locked(ConnectionState(options))
    }

    /// Sends a command, and returns its reply, also if it is an error.
    ///
    /// - Parameters:
    ///   - bytes: The encoded command, after those that must come directly before it.
    ///   - repliesBefore: The number of commands before it, whose replies are dropped.
    ///   - deadline: The time at which the caller gives up.
    ///   - onReply: Receives the reply on the thread of the connection, in the order of all replies and messages, also
    ///     after the caller has left.
    func call(
        _ bytes: [UInt8], repliesBefore: Int = 0, until deadline: Instant,
        onReply: (@Sendable (RESPValue) -> Void)? = nil
    ) async -> Result<RESPValue, RedisError> {
        let ticket = CallTicket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                add(
                    UnsentCall(
                        bytes: bytes, repliesBefore: repliesBefore, deadline: deadline, caller: caller, ticket: ticket,
                        onReply: onReply))
            }
        } onCancel: {
            state.withLock { $0.cancel(ticket) }?.carryOut()
        }
    }

    private func add(_ call: UnsentCall) {
        let now = Runtime.live.now
        let reaction = state.withLock { $0.add(call, at: now) }
        if let refusal = reaction.refusal { call.caller?.resume(returning: .failure(refusal)) }
        if reaction.starts { start() }
        reaction.wake?.wake()
        if reaction.sends { flush(atMost: 16) }
    }

    /// Sends what waits to be sent, unless another thread does it already.
    ///
    /// - Parameter rounds: The number of calls of the system after which the rest is left to the connection's thread.
    func flush(atMost rounds: Int = .max) {
        var next = state.withLock { $0.takeChunk() }
        var round = 0
        while let (socket, chunk) = next {
            round += 1
            let transfer = socket.send(chunk.bytes, from: chunk.offset)
            let isLast = round >= rounds
            let (wake, more) = state.withLock { state in
                let isCurrent = state.finish(chunk, transfer)
                let more = isCurrent && !isLast ? state.takeChunk() : nil
                let mustWake =
                    isCurrent
                    && (state.writeError != nil || state.output.waitsForRoom || isLast && state.output.isReady)
                return (mustWake ? state.takeWake() : nil, more)
            }
            wake?.wake()
            next = more
        }
    }

    /// Ends the connection and waits until its thread has ended.
    func stop() async {
        beginStop()
        await withCheckedContinuation { closer in
            let isStopped = state.withLock { state in
                if state.phase == .stopped { return true }
                state.closers.append(closer)
                return false
            }
            if isStopped { closer.resume() }
        }
    }

    /// Ends the connection without waiting.
    func beginStop() {
        let wake = state.withLock { state -> WakePipe? in
            switch state.phase {
            case .stopping, .stopped: return nil
            case .idle:
                state.phase = .stopped
                return nil
            case .connecting, .ready, .draining, .pausing:
                state.phase = .stopping
                return state.takeWake()
            }
        }
        wake?.wake()
    }

    private func start() {
        do throws(SystemError) {
            let pipe = try WakePipe()
            state.withLock { $0.pipe = pipe }
            if startThread({ ConnectionLoop.run(self) }) { return }
            failToStart("the system has no thread left")
        } catch {
            failToStart(error.description)
        }
    }

    private func failToStart(_ reason: String) {
        let failure = RedisError(.connectFailed, executed: .no, message: reason)
        let (ends, closers) = state.withLock { state in
            let isStopping = state.phase == .stopping
            let ends = state.pause(failure)
            state.pipe = nil
            state.phase = isStopping ? .stopped : .idle
            let closers = state.closers
            state.closers = []
            return (ends, closers)
        }
        for end in ends { end.carryOut() }
        for closer in closers { closer.resume() }
    }
}
