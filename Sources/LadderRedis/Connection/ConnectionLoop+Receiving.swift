import LadderCore

extension ConnectionLoop {
    /// The reason for which a connection ends.
    private typealias Loss = (kind: RedisError.Kind, message: String)

    /// Receives what is there, and hands the replies over.
    mutating func receive(from socket: StreamSocket) {
        var loss: Loss?
        var reads = 0
        // A bound, so that deadlines are looked at while a large reply comes in.
        receiving: while reads < 32 {
            switch socket.receive(into: &buffer) {
            case .bytes(let count):
                reads += 1
                parser.append(buffer[..<count])
                if count < buffer.count { break receiving }
            case .wouldBlock: break receiving
            case .ended:
                loss = (.connectionLost, "the server closed the connection")
                break receiving
            case .failed(let error):
                loss = (.connectionLost, "receiving failed: \(error)")
                break receiving
            }
        }
        let now = Runtime.live.now
        if reads > 0 {
            connection.state.withLock { state in
                state.statistics.reads += reads
                state.quietSince = now
            }
        }
        loss = readReplies(at: now) ?? loss
        // The connection may have ended with one of the replies.
        if let loss, let current = step.socket, current === socket { lose(loss.kind, loss.message, at: now) }
    }

    /// Hands over the replies that are complete, in their order with the messages of the server.
    private mutating func readReplies(at now: Instant) -> Loss? {
        var replies: [RESPValue] = []
        do throws(RESPSyntaxError) {
            while let reply = try parser.next() {
                guard case .push(let message) = reply else {
                    replies.append(reply)
                    continue
                }
                if let loss = handOver(replies, at: now) { return loss }
                replies = []
                connection.state.withLock { $0.statistics.pushes += 1 }
                connection.tracking?.onPush(message)
            }
        } catch {
            return handOver(replies, at: now) ?? (.invalidReply, error.message)
        }
        return handOver(replies, at: now)
    }

    private mutating func handOver(_ replies: [RESPValue], at now: Instant) -> Loss? {
        var rest = replies[...]
        while case .greeting(let socket, let done) = step, let reply = rest.popFirst() {
            if let (error, isLasting) = greeting.failure(of: done, reply: reply) {
                fail(error, isLasting: isLasting, at: now)
                return nil
            }
            guard done + 1 == greeting.count else {
                step = .greeting(socket, done: done + 1)
                continue
            }
            step = .ready(socket)
            connection.tracking?.onReset()
            connection.state.withLock { $0.becomeReady(on: socket, at: now) }
        }
        guard case .ready = step, !rest.isEmpty else { return nil }
        let replies = Array(rest)
        let (ends, isTooMany) = connection.state.withLock { $0.match(replies, at: now) }
        for end in ends { end.carryOut() }
        return isTooMany ? (.invalidReply, "a reply came for no command") : nil
    }
}
