#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A socket whose calls never block.
///
/// Its descriptor is closed with the last reference. A thread that is sending holds one, so that the system cannot give
/// the number to another socket under it.
final class StreamSocket: Sendable {
    /// What became of an attempt to send or receive.
    enum Transfer: Sendable {
        /// This number of bytes, at least one, has been sent or received.
        case bytes(Int)
        /// The system can take or give none now.
        case wouldBlock
        /// The other side has closed the connection.
        case ended
        case failed(SystemError)
    }

    /// The number of the socket.
    let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { closeDescriptor(descriptor) }

    /// Begins to connect a socket, and returns it and whether it is connected already.
    static func connect(to address: SocketAddress) throws(SystemError) -> (socket: StreamSocket, isConnected: Bool) {
        let descriptor = socket(address.family, streamType, 0)
        guard descriptor >= 0 else { throw .last }
        let socket = StreamSocket(descriptor)
        makeNonblocking(descriptor)
        socket.setOptions(isTCP: address.family != AF_UNIX)
        let length = socklen_t(address.bytes.count)
        let result = address.bytes.withUnsafeBytes { image in
            guard let start = image.baseAddress else { return Int32(-1) }
            return systemConnect(descriptor, start.assumingMemoryBound(to: sockaddr.self), length)
        }
        if result == 0 { return (socket, true) }
        guard errno == EINPROGRESS else { throw .last }
        return (socket, false)
    }

    private func setOptions(isTCP: Bool) {
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        if isTCP {
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, size)
            setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &yes, size)
        }
        #if canImport(Darwin)
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, size)
        #endif
    }

    /// Returns the error with which connecting has ended; nil if the socket is connected.
    func takeError() -> SystemError? {
        var number: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size) == 0 else { return .last }
        return number == 0 ? nil : SystemError(number: number)
    }

    /// Sends bytes, beginning at an offset.
    func send(_ bytes: [UInt8], from offset: Int) -> Transfer {
        while true {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
                return systemSend(descriptor, rest)
            }
            if let transfer = transfer(of: count) { return transfer }
        }
    }

    /// Receives bytes into the beginning of a buffer.
    func receive(into buffer: inout [UInt8]) -> Transfer {
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if let transfer = transfer(of: count) { return transfer }
        }
    }

    /// Ends the connection. Threads that are sending get an error.
    func shutDown() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Returns what a result of the system means; nil if the call has to be repeated.
    private func transfer(of count: Int) -> Transfer? {
        if count > 0 { return .bytes(count) }
        if count == 0 { return .ended }
        switch errno {
        case EINTR: return nil
        case EAGAIN, EWOULDBLOCK: return .wouldBlock
        default: return .failed(.last)
        }
    }

    static var streamType: Int32 {
        #if canImport(Glibc)
        Int32(SOCK_STREAM.rawValue)
        #else
        SOCK_STREAM
        #endif
    }
}

/// Sends without the signal that a closed connection would raise.
private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
    send(descriptor, bytes.baseAddress, bytes.count, 0)
    #else
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
}

private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}
