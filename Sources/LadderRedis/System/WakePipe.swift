import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The wait of a thread for a socket, which other threads can end.
final class WakePipe: Sendable {
    /// What has ended a wait.
    struct Events {
        var isWoken = false
        /// There are bytes to receive, or the connection has ended.
        var isReadable = false
        var isWritable = false
    }

    private let reader: Int32
    private let writer: Int32

    /// Creates a pipe; throws if the process has no descriptors left.
    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .last }
        (reader, writer) = (ends[0], ends[1])
        makeNonblocking(reader)
        makeNonblocking(writer)
    }

    deinit {
        closeDescriptor(reader)
        closeDescriptor(writer)
    }

    /// Ends the wait that is under way, or the next one.
    func wake() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Waits for a socket, for other threads, or for a time.
    ///
    /// - Parameters:
    ///   - socket: The socket; nil where there is none.
    ///   - reads: Whether bytes to receive end the wait.
    ///   - writes: Whether room for bytes to send ends the wait.
    ///   - duration: The longest wait; nil for one without end.
    func wait(for socket: StreamSocket?, reads: Bool, writes: Bool, atMost duration: Duration?) -> Events {
        let wanted = (reads ? POLLIN : 0) | (writes ? POLLOUT : 0)
        var waits = [pollfd(fd: reader, events: Int16(POLLIN), revents: 0)]
        if let socket, reads || writes {
            waits.append(pollfd(fd: socket.descriptor, events: Int16(wanted), revents: 0))
        }
        var events = Events()
        guard poll(&waits, .init(waits.count), Self.milliseconds(duration)) > 0 else { return events }
        if waits[0].revents != 0 {
            events.isWoken = true
            drain()
        }
        if waits.count > 1 {
            let results = Int32(waits[1].revents)
            events.isReadable = results & Int32(POLLIN | POLLHUP | POLLERR | POLLNVAL) != 0
            events.isWritable = results & Int32(POLLOUT | POLLHUP | POLLERR | POLLNVAL) != 0
        }
        return events
    }

    private func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while bytes.withUnsafeMutableBytes({ read(reader, $0.baseAddress, $0.count) }) == bytes.count {}
    }

    /// The duration rounded up, because a shorter wait would be followed by another one at once.
    private static func milliseconds(_ duration: Duration?) -> Int32 {
        guard let duration else { return -1 }
        if duration <= .zero { return 0 }
        if duration >= .seconds(3_600) { return 3_600_000 }
        let parts = duration.components
        return Int32(parts.seconds * 1_000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
