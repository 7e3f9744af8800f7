import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A signal that ends the wait of a thread for a socket.
package final class WakeUp: Sendable {
    let reader: Int32
    private let writer: Int32
    private let isSignalled = Locked(false)

    /// Creates a signal, or returns nil where the process has no file descriptor left.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        LoopbackSocket.close(reader)
        LoopbackSocket.close(writer)
    }

    /// Ends the wait that is under way, or the next one.
    package func signal() {
        isSignalled.withLock { isSignalled in
            guard !isSignalled else { return }
            isSignalled = true
            var byte: UInt8 = 1
            _ = write(writer, &byte, 1)
        }
    }

    /// Takes the signal back.
    func reset() {
        isSignalled.withLock { isSignalled in
            guard isSignalled else { return }
            isSignalled = false
            var byte: UInt8 = 0
            _ = read(reader, &byte, 1)
        }
    }
}
