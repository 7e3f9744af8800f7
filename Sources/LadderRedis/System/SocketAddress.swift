#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An address that a socket can be connected to.
struct SocketAddress: Hashable, Sendable {
    /// The kind of address: `AF_INET`, `AF_INET6` or `AF_UNIX`.
    let family: Int32
    /// The bytes of the system's structure.
    let bytes: [UInt8]

    /// Returns the addresses of a host, in the order in which they should be tried.
    ///
    /// - Parameters:
    ///   - host: A name, or an address in digits.
    ///   - port: The port.
    ///   - isNumeric: Whether only an address in digits is read. Without it the call can block for seconds.
    static func resolve(host: String, port: Int, isNumeric: Bool) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = StreamSocket.streamType
        hints.ai_flags = AI_NUMERICSERV | (isNumeric ? AI_NUMERICHOST : 0)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [SocketAddress] = []
        var next = first
        while let info = next?.pointee {
            if let address = info.ai_addr {
                let image = UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen))
                addresses.append(SocketAddress(family: info.ai_family, bytes: Array(image)))
            }
            next = info.ai_next
        }
        return addresses
    }

    /// Creates the address of a unix socket; nil if the path is longer than the system allows.
    init?(unixPath path: String) {
        var address = sockaddr_un()
        // One byte is for the zero at the end.
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        self.init(family: AF_UNIX, bytes: withUnsafeBytes(of: &address) { Array($0) })
    }

    private init(family: Int32, bytes: [UInt8]) {
        self.family = family
        self.bytes = bytes
    }
}
