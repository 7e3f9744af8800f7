#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SocketAddress {
    /// Whether bytes to this address stay on the machine or in a private network.
    var isPrivate: Bool {
        switch family {
        case AF_UNIX: return true
        case AF_INET:
            // The host follows the family and the port.
            guard bytes.count >= 8 else { return false }
            return Self.isPrivate(ipv4: bytes[4..<8])
        case AF_INET6:
            // Before the host there are the family, the port and the flow.
            guard bytes.count >= 24 else { return false }
            return Self.isPrivate(ipv6: bytes[8..<24])
        default: return false
        }
    }

    private static func isPrivate(ipv4 bytes: ArraySlice<UInt8>) -> Bool {
        let host = Array(bytes)
        return switch host[0] {
        case 10, 127: true
        case 100: host[1] & 0xC0 == 64
        case 169: host[1] == 254
        case 172: host[1] & 0xF0 == 16
        case 192: host[1] == 168
        default: false
        }
    }

    private static func isPrivate(ipv6 bytes: ArraySlice<UInt8>) -> Bool {
        let host = Array(bytes)
        let isZeroUpToTen = host[..<10].allSatisfy { $0 == 0 }
        // ::1
        if isZeroUpToTen, host[10..<15].allSatisfy({ $0 == 0 }), host[15] == 1 { return true }
        // An IPv4 address in the form of IPv6.
        if isZeroUpToTen, host[10] == 0xFF, host[11] == 0xFF { return isPrivate(ipv4: host[12...]) }
        // fc00::/7 and fe80::/10
        return host[0] & 0xFE == 0xFC || (host[0] == 0xFE && host[1] & 0xC0 == 0x80)
    }
}
