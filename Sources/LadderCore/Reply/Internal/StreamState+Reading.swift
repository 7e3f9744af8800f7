extension StreamState {
    enum ReadStep {
        case chunk(ReplyChunk, resumesTask: Bool)
        /// The reader asks the source, which has handed over this many pieces.
        case askSource(received: Int)
        case wait
        case end
        indirect case failed(ChatError)
        case abandoned
        /// Another reader is inside `next()`.
        case refused
    }

    /// Returns what a reader that calls `next()` does, or does next if it `goesOn` after a wait.
    mutating func next(goesOn: Bool = false) -> ReadStep {
        if goesOn { reader = .away }
        switch ending {
        case .completed: return .end
        case .failed(let error): return .failed(error)
        case .abandoned: return .abandoned
        case nil: break
        }
        guard case .away = reader else { return .refused }
        if read < received.count {
            read += 1
            return .chunk(received[read - 1], resumesTask: resumesTask())
        }
        switch sourceEnd {
        case .finished: return .end
        case .failed(let error): return .failed(error)
        case .cancelled: return .abandoned
        case nil: break
        }
        if case .reader = feed {
            reader = .asking
            return .askSource(received: received.count)
        }
        reader = .due
        return .wait
    }

    /// Records a piece that the reader took from the source. Returns the end of the source, if this is it.
    ///
    /// At that end the reader stays inside, so that no second reader comes before the end is known to the layers.
    mutating func readerReceived(_ chunk: ReplyChunk) -> SourceEnd? {
        received.append(chunk)
        read = received.count
        if case .finished = chunk {
            sourceEnd = .finished
        } else if ending != nil {
            sourceEnd = .cancelled
        } else {
            reader = .away
        }
        return sourceEnd
    }

    enum WaitStep {
        case lookAgain
        case wait
        case waitUnderWatch(turn: Int)
    }

    /// Suspends the reader, unless there is something to see already.
    mutating func wait(_ continuation: CheckedContinuation<Void, Never>, at now: Instant) -> WaitStep {
        guard ending == nil, sourceEnd == nil, read == received.count else { return .lookAgain }
        reader = .waiting(continuation, since: now)
        guard limits.isArmed, !watch.isOn else { return .wait }
        return .waitUnderWatch(turn: watch.begin())
    }

    /// Returns the continuation of a reader that waits; it is resumed outside the lock.
    mutating func takeWaitingReader() -> CheckedContinuation<Void, Never>? {
        guard case .waiting(let continuation, _) = reader else { return nil }
        reader = .due
        return continuation
    }

    var waitingSince: Instant? {
        if case .waiting(_, let since) = reader { since } else { nil }
    }
}
