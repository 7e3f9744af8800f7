import LadderCore
import LadderJSON
import Loopback

/// One connection, served by a thread of its own.
final class ServerConnection: Sendable {
    private let socket: ServerSocket
    private let limits: ServerLimits
    private let runtime: Runtime
    private let handler: HTTPServer.Handler

    init(_ socket: ServerSocket, limits: ServerLimits, runtime: Runtime, handler: @escaping HTTPServer.Handler) {
        self.socket = socket
        self.limits = limits
        self.runtime = runtime
        self.handler = handler
    }

    /// Ends the connection from another thread.
    func shutDown() { socket.shutDown() }

    /// Serves the requests of the connection until its end. It blocks the thread.
    func serve() {
        socket.limitSending(to: limits.sendingSeconds)
        var parser = RequestParser(limits: limits)
        if let wakeUp = WakeUp() {
            while let request = nextRequest(from: &parser), answer(request, wakeUp: wakeUp, parser: &parser) {}
        } else {
            refuse(RequestRefusal(status: 503, message: "the server has no file descriptor left"))
        }
        socket.close()
    }

    /// Answers without reading a request, and ends the connection.
    func refuse(_ refusal: RequestRefusal) {
        let body = Array((APIFailure(refusal).json.text + "\n").utf8)
        let fields = ["content-type": "application/json", "content-length": "\(body.count)"]
        guard socket.send(ResponseHead(status: refusal.status, fields: fields, keepsAlive: false).bytes + body) else {
            return
        }
        // Unread bytes would turn the end into a reset, and the client would not get the answer.
        socket.finishSending()
        let end = runtime.now + .seconds(1)
        while runtime.now < end, socket.wait(milliseconds: 1_000) == .readable, socket.receive() != nil {}
    }

    // MARK: Reading

    private func nextRequest(from parser: inout RequestParser) -> ServedRequest? {
        var phase = parser.phase
        var begin = runtime.now
        while true {
            switch parser.next() {
            case .request(let request): return request
            case .refused(let refusal):
                refuse(refusal)
                return nil
            case .asksForBody:
                guard socket.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { return nil }
            case .needsMore: break
            }
            if parser.phase != phase { (phase, begin) = (parser.phase, runtime.now) }
            let left = timeLimit(of: phase) - (runtime.now - begin)
            guard left > .zero, socket.wait(milliseconds: milliseconds(left)) == .readable else {
                if phase != .idle { refuse(RequestRefusal(status: 408, message: "the request took too long")) }
                return nil
            }
            guard let bytes = socket.receive() else { return nil }
            parser.add(bytes)
        }
    }

    private func timeLimit(of phase: RequestParser.Phase) -> Duration {
        switch phase {
        case .idle: limits.idleTime
        case .head: limits.headTime
        case .body: limits.bodyTime
        }
    }

    private func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) + 1 }

    // MARK: Answering

    /// Answers a request. Returns whether the connection serves another one.
    private func answer(_ request: ServedRequest, wakeUp: WakeUp, parser: inout RequestParser) -> Bool {
        let output = ServedOutput(for: request, wakeUp: wakeUp)
        let cancel = runtime.spawn("request") { [handler] in
            await handler(request, output)
            output.finish()
        }
        while true {
            let (bytes, isFinished, keepsAlive) = output.take()
            if !bytes.isEmpty, !socket.send(bytes) { break }
            if isFinished { return keepsAlive }
            // A client that sends more requests than it reads answers is not read from meanwhile.
            let watchesClient = parser.waitingBytes < limits.headBytes
            guard socket.wait(wakeUp: wakeUp, milliseconds: nil, watchesClient: watchesClient) == .readable else {
                continue
            }
            guard watchesClient, let more = socket.receive() else { break }
            parser.add(more)
        }
        // The client has left, and so its call is given up.
        output.close()
        cancel()
        return false
    }
}
