import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One connection of a ``LoopbackServer``, with raw control over what is sent.
package final class LoopbackConnection: Sendable {
    fileprivate struct State {
        var isClosed = false
        var hasEnded = false
        var unread: [UInt8] = []
    }

    private let socket: Int32
    private let state = Locked(State())

    init(_ socket: Int32) {
        self.socket = socket
    }

    /// Whether either side has closed the connection.
    package var isClosed: Bool { state.withLock { $0.isClosed } }

    // MARK: Sending

    /// Sends bytes as they are. Returns whether the other side took them.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { LoopbackSocket.send(socket, $0) }
            if count <= 0 {
                if count < 0, errno == EINTR { continue }
                state.withLock { $0.isClosed = true }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Sends text as it is.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends a whole response.
    package func respond(
        status: Int = 200, headers: [String: String] = ["content-type": "application/json"], body: String
    ) {
        let fields = headers.merging(["content-length": "\(body.utf8.count)"]) { own, _ in own }
        // In one piece: a second small one would wait 40 ms for the acknowledgement of the first.
        send(Self.head(status: status, headers: fields) + body)
    }

    /// Sends the head of a response.
    package func sendHead(status: Int = 200, headers: [String: String]) {
        send(Self.head(status: status, headers: headers))
    }

    private static func head(status: Int, headers: [String: String]) -> String {
        let fields = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        return "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Status")\r\n\(fields)\r\n"
    }

    /// Sends the head of an event stream in chunks.
    package func beginEvents(headers: [String: String] = [:]) {
        let fields = ["content-type": "text/event-stream", "transfer-encoding": "chunked"]
        sendHead(headers: fields.merging(headers) { _, own in own })
    }

    /// Sends one chunk.
    @discardableResult
    package func sendChunk(_ text: String) -> Bool {
        send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
    }

    /// Sends the last chunk.
    package func endChunks() { send("0\r\n\r\n") }

    // MARK: Ending

    /// Blocks until the other side closes the connection.
    package func waitForClose() {
        while receive() {}
        state.withLock { $0.isClosed = true }
    }

    /// Closes the connection in order.
    package func close() {
        state.withLock { $0.isClosed = true }
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Closes the connection with a reset.
    package func reset() {
        LoopbackSocket.resetOnClose(socket)
        state.withLock { $0.isClosed = true }
        end()
    }

    /// Ends the connection from another thread.
    func abort() {
        state.withLock { state in
            state.isClosed = true
            if !state.hasEnded { _ = shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    /// Gives the socket back. The thread of the connection calls it.
    func end() {
        state.withLock { state in
            if !state.hasEnded { LoopbackSocket.close(socket) }
            state.hasEnded = true
        }
    }

    // MARK: Receiving

    /// Reads more bytes. Returns false at the end.
    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            state.withLock { $0.unread += buffer[..<count] }
            return true
        }
    }

    /// Blocks until a whole request has arrived; nil at the end of the connection.
    func readRequest() -> LoopbackRequest? {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            if let request = state.withLock({ $0.takeRequest(endOfHead: mark) }) { return request }
            if isClosed || !receive() { return nil }
        }
    }
}

extension LoopbackConnection.State {
    fileprivate mutating func takeRequest(endOfHead mark: [UInt8]) -> LoopbackRequest? {
        guard let end = unread.firstRange(of: mark) else { return nil }
        let lines = String(decoding: unread[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard unread.count >= end.upperBound + length else { return nil }
        let words = (lines.first ?? "").split(separator: " ")
        let body = Array(unread[end.upperBound..<end.upperBound + length])
        unread.removeFirst(end.upperBound + length)
        return LoopbackRequest(
            method: words.first.map(String.init) ?? "", path: words.count > 1 ? String(words[1]) : "",
            headers: headers, body: body)
    }
}
