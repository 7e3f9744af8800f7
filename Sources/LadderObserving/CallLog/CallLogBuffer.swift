import LadderCore

/// A bounded buffer of the newest lines of a ``CallLog``, for tests and for pages that show recent calls.
///
/// ```swift
/// let buffer = CallLogBuffer(capacity: 500)
/// let pipeline = try Pipeline(model: model).observing(CallLog(into: buffer))
/// ```
public final class CallLogBuffer: Sendable {
    /// The largest number of lines that are kept.
    public let capacity: Int
    private let state = Locked((lines: [String](), oldest: 0, dropped: 0))

    /// Creates a buffer for this number of lines, at least one.
    public init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    /// Adds a line, and removes the oldest one when the buffer is full.
    package func add(_ line: String) {
        let capacity = capacity
        state.withLock { state in
            if state.lines.count < capacity {
                state.lines.append(line)
            } else {
                state.lines[state.oldest] = line
                state.oldest = (state.oldest + 1) % capacity
                state.dropped += 1
            }
        }
    }

    /// The lines that are kept, oldest first.
    public var lines: [String] {
        state.withLock { Array($0.lines[$0.oldest...] + $0.lines[..<$0.oldest]) }
    }

    /// The number of lines that were removed because the buffer was full.
    public var dropped: Int { state.withLock { $0.dropped } }
}
