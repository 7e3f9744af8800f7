#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The calls of the C library that differ between systems.
enum LoopbackSocket {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Returns a socket that listens on an IPv4 address, and its port.
    static func listen(host: String = "127.0.0.1", port: Int) throws -> (socket: Int32, port: Int) {
        var numericHost = in_addr()
        guard inet_pton(AF_INET, host, &numericHost) == 1 else {
            throw Failure(description: "\(host) is not an IPv4 address")
        }
        let listener = stream()
        guard listener >= 0 else { throw Failure(description: "no socket: error \(errno)") }
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        address.sin_addr = numericHost
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && Self.systemListen(listener)
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else {
            let number = errno
            close(listener)
            throw Failure(description: "cannot listen on \(host):\(port): \(String(cString: strerror(number)))")
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Returns a socket that is connected to a port on 127.0.0.1, or nil where nothing listens there.
    static func connect(port: Int) -> Int32? {
        let client = stream()
        guard client >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                systemConnect(client, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(client)
            return nil
        }
        return client
    }

    private static func stream() -> Int32 {
        #if canImport(Darwin)
        socket(AF_INET, SOCK_STREAM, 0)
        #else
        socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
    }

    private static func systemListen(_ socket: Int32) -> Bool {
        #if canImport(Glibc)
        Glibc.listen(socket, 4_096) == 0
        #elseif canImport(Musl)
        Musl.listen(socket, 4_096) == 0
        #else
        Darwin.listen(socket, 4_096) == 0
        #endif
    }

    static func close(_ socket: Int32) {
        #if canImport(Glibc)
        _ = Glibc.close(socket)
        #elseif canImport(Musl)
        _ = Musl.close(socket)
        #else
        _ = Darwin.close(socket)
        #endif
    }

    /// Sends bytes without the signal that a closed connection would raise.
    static func send(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #elseif canImport(Musl)
        Musl.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #else
        Darwin.send(socket, bytes.baseAddress, bytes.count, 0)
        #endif
    }

    /// Makes the next close a reset.
    static func resetOnClose(_ socket: Int32) {
        var option = linger()
        option.l_onoff = 1
        option.l_linger = 0
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
}

private func systemConnect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(socket, address, length)
}
