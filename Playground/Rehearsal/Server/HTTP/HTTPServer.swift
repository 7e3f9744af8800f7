package import LadderCore
import LadderJSON
import Loopback

/// An HTTP/1.1 server for rehearsals: a thread for each connection and a task for each request.
///
/// It is no server for production. It has limits and refuses what it does not understand, but no TLS and no HTTP/2.
package final class HTTPServer: Sendable {
    /// What answers one request. Its task is cancelled when the client leaves.
    package typealias Handler = @Sendable (ServedRequest, ServedOutput) async -> Void

    private struct State {
        var connections: [Int: ServerConnection] = [:]
        var accepted = 0
        var isStopped = false
    }

    package let host: String
    package let port: Int
    private let listener: ServerSocket
    private let limits: ServerLimits
    private let runtime: Runtime
    private let handler: Handler
    private let state = Locked(State())

    /// Starts a server; port 0 takes a free one.
    package init(
        host: String = "127.0.0.1", port: Int = 0, limits: ServerLimits = ServerLimits(), runtime: Runtime = .live,
        handler: @escaping Handler
    ) throws {
        self.host = host == "localhost" ? "127.0.0.1" : host
        (listener, self.port) = try ServerSocket.listening(on: self.host, port: port)
        self.limits = limits
        self.runtime = runtime
        self.handler = handler
        let listener = listener
        LoopbackThread.start { [weak self] in
            while let client = listener.accept() { self?.begin(client) }
        }
    }

    deinit { stop() }

    /// The URL without a path.
    package var url: String { "http://\(host):\(port)" }

    /// Closes the listener and all connections.
    package func stop() {
        let connections = state.withLock { state in
            state.isStopped = true
            return Array(state.connections.values)
        }
        listener.shutDown()
        #if canImport(Darwin)
        // Here a shutdown does not end the wait for clients.
        listener.close()
        #endif
        for connection in connections { connection.shutDown() }
    }

    private func begin(_ client: ServerSocket) {
        let connection = ServerConnection(client, limits: limits, runtime: runtime, handler: handler)
        let number = state.withLock { state -> Int? in
            guard !state.isStopped, state.connections.count < limits.connections else { return nil }
            state.accepted += 1
            state.connections[state.accepted] = connection
            return state.accepted
        }
        guard let number else { return client.turnAway() }
        LoopbackThread.start { [self] in
            connection.serve()
            state.withLock { $0.connections[number] = nil }
        }
    }
}

extension ServerSocket {
    /// Says that the server has too many connections, without waiting for the client.
    fileprivate func turnAway() {
        limitSending(to: 1)
        let body = Array((APIFailure(RequestRefusal(status: 503, message: "too many connections")).json.text).utf8)
        let fields = ["content-type": "application/json", "content-length": "\(body.count)", "retry-after": "1"]
        _ = send(ResponseHead(status: 503, fields: fields, keepsAlive: false).bytes + body)
        finishSending()
        close()
    }
}
