import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A small HTTP/1.1 server on the loopback interface, for tests, benchmarks and the playground.
///
/// Each connection has a thread of its own, on which the handler runs and may block. The handler sends raw bytes if it
/// likes: that is how tests get cut chunks and resets.
package final class LoopbackServer: Sendable {
    /// What answers one request. It may block its thread.
    package typealias Handler = @Sendable (LoopbackRequest, LoopbackConnection) -> Void

    /// What has happened so far.
    package struct Counts: Sendable {
        package var accepted = 0
        package var open = 0
        package var requests: [LoopbackRequest] = []
    }

    private struct State {
        var counts = Counts()
        var connections: [Int32: LoopbackConnection] = [:]
        var waiting: [(isMet: @Sendable (Counts) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
        var isStopped = false
    }

    /// The port on 127.0.0.1.
    package let port: Int
    private let listener: Int32
    private let handler: Handler
    private let state = Locked(State())

    /// Starts a server; port 0 takes a free one.
    package init(port: Int = 0, handler: @escaping Handler) throws {
        self.handler = handler
        (listener, self.port) = try LoopbackSocket.listen(port: port)
        let listener = listener
        LoopbackThread.start { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard let self, client >= 0 else {
                    if client >= 0 { close(client) }
                    if client < 0, errno == EINTR || errno == ECONNABORTED { continue }
                    return
                }
                self.begin(client)
            }
        }
    }

    deinit { stop() }

    /// The URL without a path.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// What has happened so far.
    package var counts: Counts { state.withLock { $0.counts } }

    /// Suspends until the counts meet a condition.
    package func wait(until isMet: @escaping @Sendable (Counts) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMetNow = state.withLock { state in
                if isMet(state.counts) { return true }
                state.waiting.append((isMet, continuation))
                return false
            }
            if isMetNow { continuation.resume() }
        }
    }

    /// Closes the listener and all connections.
    package func stop() {
        let connections = state.withLock { state -> [LoopbackConnection] in
            if state.isStopped { return [] }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            close(listener)
            return Array(state.connections.values)
        }
        for connection in connections { connection.abort() }
    }

    private func begin(_ client: Int32) {
        let connection = LoopbackConnection(client)
        let isStopped = change { state in
            state.counts.accepted += 1
            state.counts.open += 1
            state.connections[client] = connection
            return state.isStopped
        }
        if isStopped { connection.abort() }
        LoopbackThread.start { [self] in
            while let request = connection.readRequest() {
                change { $0.counts.requests.append(request) }
                handler(request, connection)
                if connection.isClosed || request.headers["connection"]?.lowercased() == "close" { break }
            }
            change { state in
                state.counts.open -= 1
                state.connections[client] = nil
            }
            connection.end()
        }
    }

    /// Changes the state, and resumes those whose condition is met by it.
    private func change<Value: Sendable>(_ change: (inout State) -> Value) -> Value {
        let (value, met) = state.withLock { state -> (Value, [CheckedContinuation<Void, Never>]) in
            let value = change(&state)
            let counts = state.counts
            let met = state.waiting.filter { $0.isMet(counts) }.map(\.continuation)
            state.waiting.removeAll { $0.isMet(counts) }
            return (value, met)
        }
        for continuation in met { continuation.resume() }
        return value
    }
}

/// A request as the server read it.
package struct LoopbackRequest: Sendable {
    package var method: String
    package var path: String
    /// The header fields, names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
}

extension LoopbackServer {
    /// Blocks the thread, as a slow server does.
    package static func pause(seconds: Int) {
        var left = UInt32(clamping: seconds)
        while left > 0 { left = sleep(left) }
    }

    /// Blocks the thread for a short time.
    package static func pause(milliseconds: Int) {
        usleep(UInt32(clamping: milliseconds * 1_000))
    }
}
