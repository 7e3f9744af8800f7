#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The failure of a call of the operating system.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the error.
    let number: Int32

    /// The error of the last call on this thread.
    static var last: SystemError { SystemError(number: errno) }

    /// The system's text for the error, such as `Connection refused`.
    var description: String {
        guard let text = strerror(number) else { return "error \(number)" }
        return String(cString: text)
    }
}

extension SystemError {
    /// The error of a connection that the other side has closed.
    static let brokenPipe = SystemError(number: EPIPE)
}
