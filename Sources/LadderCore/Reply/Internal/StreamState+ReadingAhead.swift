extension StreamState {
    /// How many unread pieces the task that reads ahead leaves for the reader.
    static let ahead = 32

    enum ReadAheadStep {
        case goOn
        case pause
        case stop
    }

    /// Changes to a task that reads ahead. False when there is one already, or nothing left to read.
    mutating func beginReadingAhead() -> Bool {
        guard feed == .reader, case .away = reader, sourceEnd == nil, ending == nil else { return false }
        feed = .task
        return true
    }

    /// Records a piece that has come from the source. Returns a reader that waits for it, and what the task does next.
    mutating func taskReceived(_ chunk: ReplyChunk) -> (reader: CheckedContinuation<Void, Never>?, step: ReadAheadStep)
    {
        received.append(chunk)
        let reader = takeWaitingReader()
        if ending != nil { return (reader, .stop) }
        let isEnough = received.count - read >= StreamState.ahead
        if isEnough { feed = .pausedTask }
        return (reader, isEnough ? .pause : .goOn)
    }

    /// Records that the task has come to the end of the source. Returns a reader that waits.
    mutating func taskEnded(_ end: SourceEnd, with last: ReplyChunk?) -> CheckedContinuation<Void, Never>? {
        if let last { received.append(last) }
        sourceEnd = sourceEnd ?? end
        return takeWaitingReader()
    }

    /// Returns whether the reader starts the paused task again: when half is read, so that they do not take turns for
    /// every piece.
    mutating func resumesTask() -> Bool {
        guard feed == .pausedTask, sourceEnd == nil, received.count - read <= StreamState.ahead / 2 else {
            return false
        }
        feed = .task
        return true
    }
}
