import Ladder

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A line on the standard error that says how far a long command is. It appears after a second and is removed at the end.
final class Progress: Sendable {
    private struct State {
        var isShown = false
        let start = Runtime.live.now
    }

    private let title: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Locked(State())

    init(_ title: String) {
        self.title = title
    }

    /// Shows the share that is done.
    func show(_ share: Double) {
        guard isTerminal else { return }
        let isDue = state.withLock { state in
            if Runtime.live.now - state.start > .seconds(1) { state.isShown = true }
            return state.isShown
        }
        if isDue { write("\r\(title): \(Int(share * 100)) %") }
    }

    /// Removes the line.
    func end() {
        let isShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        #if canImport(Glibc)
        _ = Glibc.write(STDERR_FILENO, text, text.utf8.count)
        #elseif canImport(Musl)
        _ = Musl.write(STDERR_FILENO, text, text.utf8.count)
        #else
        _ = Darwin.write(STDERR_FILENO, text, text.utf8.count)
        #endif
    }
}
