extension StreamState {
    /// Records that no more can come. Returns false where that is known already.
    mutating func endSource(_ end: SourceEnd) -> Bool {
        guard sourceEnd == nil else { return false }
        sourceEnd = end
        return true
    }

    /// What the reply's end asks for, once.
    struct End {
        let handlers: [EndingHandler]
        let reader: CheckedContinuation<Void, Never>?
        /// Whether a task, or the reader itself, is inside the source and settles the attempt when it comes out.
        let isSourceBusy: Bool
    }

    /// Ends the reply for its reader. Returns nil where it has ended already.
    mutating func end(_ result: Outcome.Result) -> End? {
        guard ending == nil else { return nil }
        ending = result
        defer { endingHandlers = [] }
        return End(handlers: endingHandlers, reader: takeWaitingReader(), isSourceBusy: isSourceBusy)
    }

    private var isSourceBusy: Bool { isReaderInside || feed == .task }

    /// Whether the reader is inside the source.
    var isReaderInside: Bool {
        if case .asking = reader { return true }
        return false
    }

    /// Keeps a handler for the end. Returns how the reply ended, where it has.
    mutating func add(_ handler: EndingHandler) -> Outcome.Result? {
        if let ending { return ending }
        endingHandlers.append(handler)
        return nil
    }

    /// The pieces that the reader has seen. One that collects has seen all that came.
    var delivered: [ReplyChunk] { isCollected || read == received.count ? received : Array(received[..<read]) }

    /// Gives the rest of the answer to a reply that takes the place of this one, as long as no layer and no task knows
    /// this one. Returns the pieces that were not read, or nil.
    mutating func handOver() -> [ReplyChunk]? {
        guard ending == nil, endingHandlers.isEmpty, feed == .reader, case .away = reader else { return nil }
        ending = .abandoned
        return Array(received[read...])
    }
}
