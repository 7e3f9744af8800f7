import LadderCore
package import LadderJSON
import Loopback

/// The answer to one request, on its way from a task to the thread of the connection.
///
/// The task that answers never waits for the client: bytes go into a bounded queue, and the thread of the connection
/// sends them.
package final class ServedOutput: Sendable {
    private struct State {
        var pending: [UInt8] = []
        var hasBegun = false
        var isFinished = false
        /// Whether the client has left, so that nothing more is taken.
        var isClosed = false
        var keepsAlive: Bool
        var waiting: CheckedContinuation<Void, Never>?
    }

    /// The bytes above which the task waits for the client.
    private static let capacity = 256 << 10

    private let request: ServedRequest
    private let wakeUp: WakeUp
    private let state: Locked<State>

    init(for request: ServedRequest, wakeUp: WakeUp) {
        self.request = request
        self.wakeUp = wakeUp
        state = Locked(State(keepsAlive: request.keepsAlive))
    }

    // MARK: For the task that answers

    /// Sends a whole answer.
    package func send(status: Int = 200, type: String, headers: [String: String] = [:], body: [UInt8]) {
        let fields = ["content-type": type, "content-length": "\(body.count)"].merging(headers) { _, own in own }
        let isHead = request.method == "HEAD"
        change { state in
            guard !state.hasBegun else { return }
            state.hasBegun = true
            state.isFinished = true
            state.pending += ResponseHead(status: status, fields: fields, keepsAlive: state.keepsAlive).bytes
            if !isHead { state.pending += body }
        }
    }

    /// Sends JSON.
    package func send(status: Int = 200, headers: [String: String] = [:], _ json: JSONValue) {
        send(status: status, type: "application/json", headers: headers, body: Array((json.text + "\n").utf8))
    }

    /// Begins an answer whose body comes piece by piece.
    package func begin(type: String, headers: [String: String] = [:]) {
        var fields = ["content-type": type].merging(headers) { _, own in own }
        if request.readsChunks { fields["transfer-encoding"] = "chunked" }
        change { [request] state in
            guard !state.hasBegun else { return }
            state.hasBegun = true
            if !request.readsChunks { state.keepsAlive = false }
            state.pending += ResponseHead(status: 200, fields: fields, keepsAlive: state.keepsAlive).bytes
        }
    }

    /// Sends a piece of the body, and suspends while the client is slow. Returns false once the client has left, and
    /// where it wants no body.
    package func write(_ bytes: [UInt8]) async -> Bool {
        guard request.method != "HEAD" else { return false }
        let isChunked = request.readsChunks
        change { state in
            // An empty chunk would end the body.
            guard !bytes.isEmpty, !state.isClosed, !state.isFinished else { return }
            if isChunked { state.pending += "\(String(bytes.count, radix: 16))\r\n".utf8 }
            state.pending += bytes
            if isChunked { state.pending += "\r\n".utf8 }
        }
        await waitForRoom()
        return !state.withLock { $0.isClosed }
    }

    /// Ends a body that came piece by piece.
    package func end() {
        let isChunked = request.readsChunks && request.method != "HEAD"
        change { state in
            guard !state.isFinished else { return }
            state.isFinished = true
            if isChunked { state.pending += "0\r\n\r\n".utf8 }
        }
    }

    /// Ends the answer where its task has left it open. An answer that was not begun is an error.
    func finish() {
        if hasBegun { return end() }
        let failure = APIFailure(status: 500, message: "the server gave no answer", type: "server_error")
        send(status: failure.status, failure.json)
    }

    /// Whether the head has been sent, so that a failure can no longer have a status.
    package var hasBegun: Bool { state.withLock { $0.hasBegun } }

    private func waitForRoom() async {
        await withCheckedContinuation { continuation in
            let hasRoom = state.withLock { state in
                if state.isClosed || state.pending.count < Self.capacity { return true }
                state.waiting = continuation
                return false
            }
            if hasRoom { continuation.resume() }
        }
    }

    private func change(_ change: (inout State) -> Void) {
        state.withLock { change(&$0) }
        wakeUp.signal()
    }

    // MARK: For the thread of the connection

    /// Removes and returns what is to be sent, and whether nothing more follows.
    func take() -> (bytes: [UInt8], isFinished: Bool, keepsAlive: Bool) {
        let (taken, waiting) = state.withLock { state in
            defer {
                state.pending = []
                state.waiting = nil
            }
            return ((state.pending, state.isFinished, state.keepsAlive), state.waiting)
        }
        waiting?.resume()
        return taken
    }

    /// Takes no more bytes: the client has left.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            state.pending = []
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }
}
