import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A listening or connected socket. It may be shut down from another thread at any time.
package final class ServerSocket: Sendable {
    /// What has ended a wait.
    package enum Event: Sendable {
        /// There are bytes to receive, or the other side has closed the connection.
        case readable
        case woken
        case timedOut
    }

    private let descriptor: Int32
    private let isClosed = Locked(false)

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close() }

    /// Returns a socket that listens on an IPv4 address, and its port; port 0 takes a free one.
    package static func listening(on host: String, port: Int) throws -> (socket: ServerSocket, port: Int) {
        let (socket, port) = try LoopbackSocket.listen(host: host, port: port)
        return (ServerSocket(socket), port)
    }

    /// Returns a socket that is connected to a port of this machine, or nil where nothing listens there.
    package static func connected(toPort port: Int) -> ServerSocket? {
        LoopbackSocket.connect(port: port).map { ServerSocket($0) }
    }

    /// Blocks until a client connects. Returns nil once the socket is shut down.
    package func accept() -> ServerSocket? {
        while !isClosed.withLock({ $0 }) {
            let client = systemAccept(descriptor)
            if client >= 0 { return ServerSocket(client) }
            switch errno {
            case EINTR, ECONNABORTED: continue
            // No descriptor or memory is free: a connection that ends gives some back.
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: LoopbackServer.pause(milliseconds: 100)
            default: return nil
            }
        }
        return nil
    }

    /// Sets the longest time for which sending blocks when the other side does not read.
    package func limitSending(to seconds: Int) {
        var time = timeval()
        time.tv_sec = seconds
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        #if canImport(Darwin)
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    /// Blocks until there is something to receive, the signal comes or the time is over.
    ///
    /// - Parameters:
    ///   - wakeUp: The signal that ends the wait; nil for none.
    ///   - milliseconds: The longest wait; nil for no limit.
    ///   - watchesClient: Whether bytes that arrive end the wait. A connection that is lost ends it in any case.
    package func wait(wakeUp: WakeUp? = nil, milliseconds: Int?, watchesClient: Bool = true) -> Event {
        var entries = [pollfd(fd: descriptor, events: watchesClient ? Int16(POLLIN) : 0, revents: 0)]
        if let wakeUp { entries.append(pollfd(fd: wakeUp.reader, events: Int16(POLLIN), revents: 0)) }
        let time = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
        let count = poll(&entries, nfds_t(entries.count), time)
        if count == 0 { return .timedOut }
        if count < 0 { return errno == EINTR ? .woken : .readable }
        if let wakeUp, entries[1].revents != 0 {
            wakeUp.reset()
            return .woken
        }
        return .readable
    }

    /// Receives what is there. Returns nil at the end of the connection.
    package func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Array(buffer[..<count]) : nil
        }
    }

    /// Sends all bytes. Returns whether the other side took them.
    package func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { LoopbackSocket.send(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Says that nothing more will be sent.
    package func finishSending() {
        isClosed.withLock { if !$0 { _ = shutdown(descriptor, Int32(SHUT_WR)) } }
    }

    /// Ends the connection, also while another thread waits for it.
    package func shutDown() {
        isClosed.withLock { if !$0 { _ = shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }

    /// Gives the descriptor back. Only the thread that uses the socket calls it.
    package func close() {
        isClosed.withLock { isClosed in
            if !isClosed { LoopbackSocket.close(descriptor) }
            isClosed = true
        }
    }
}

private func systemAccept(_ listener: Int32) -> Int32 {
    accept(listener, nil, nil)
}
