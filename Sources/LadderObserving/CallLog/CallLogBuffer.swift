import LadderCore

/// The last lines of a ``CallLog``, in memory and bounded: for tests, and for a page that shows what happened lately.
///
/// ```swift
/// let buffer = CallLogBuffer(capacity: 500)
/// let pipeline = try Pipeline(model: model).observing(CallLog(into: buffer))
/// ```
public final class CallLogBuffer: Sendable {
    /// How many lines are kept.
    public let capacity: Int
    private let state = Locked((lines: [String](), oldest: 0, dropped: 0))

    /// A buffer of so many lines, at least one.
    public init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    /// Adds a line; the oldest makes room.
    public func add(_ line: String) {
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

    /// The lines, oldest first.
    public var lines: [String] {
        state.withLock { Array($0.lines[$0.oldest...] + $0.lines[..<$0.oldest]) }
    }

    /// How many had to make room.
    public var dropped: Int { state.withLock { $0.dropped } }
}
