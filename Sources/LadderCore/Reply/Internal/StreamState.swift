/// The state of one live answer as a pure value: what was received, what was read, and how it ended.
///
/// There are two ways of reading. Without limits the reader asks the source itself, which needs no task. Under a limit a task
/// reads ahead, because a reader that waits inside the source could not leave on time:
///
///     without limits                     under a limit
///
///      source                             source
///        ▲                                  ▲
///        │ next()                           │ next()
///        │                                task "stream", which pauses at 32 unread pieces
///      reader ───────▶ received             └──────────▶ received ◀───── reader, which waits here
///                                                           ▲
///                                         task "stream limits", which ends the reply at a limit
///
/// A stream changes once from the left to the right, when its first limit is set.
///
/// It has two ends. The *source* ends when no more pieces can come: the attempt is settled by what was received. The *reply*
/// ends when the reader has all of it, has left, or was cut off: the layers are told what was read.
struct StreamState {
    /// The pieces that the source handed over. The reader has taken the first `read` of them.
    var received: [ReplyChunk]
    var read = 0
    var feed = Feed.reader
    var reader = Reader.away
    var limits = StreamLimits()
    var watch = Watch()
    /// Whether no reader sees any of the answer before all of it is here.
    var isCollected = false
    /// How the source ended. Nil while more can come.
    var sourceEnd: SourceEnd?
    /// How the reply ended for its reader. Nil while it goes on.
    var ending: Outcome.Result?
    private var endingHandlers: [EndingHandler] = []

    /// What takes pieces from the source.
    enum Feed {
        case reader
        case task
        case pausedTask
    }

    /// Where the reader is. There is one at a time: a second one is refused unless the first is away.
    enum Reader {
        /// Between two calls of `next()`.
        case away
        /// Inside the source.
        case asking
        /// Waiting for the task that reads ahead.
        case waiting(CheckedContinuation<Void, Never>, since: Instant)
        /// About to wait, or resumed but not running yet.
        case due
    }

    enum SourceEnd {
        case finished
        case failed(ChatError)
        case cancelled
    }

    init(received: [ReplyChunk], sourceEnd: SourceEnd? = nil) {
        self.received = received
        self.sourceEnd = sourceEnd
    }

    // MARK: Reading

    enum ReadStep {
        case chunk(ReplyChunk, resumesTask: Bool)
        case askSource
        case wait
        case end
        case failed(ChatError)
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
            return .askSource
        }
        reader = .due
        return .wait
    }

    /// Records a piece that the reader took from the source. Returns the end of the source, if this is it.
    ///
    /// At that end the reader stays inside, so that no second reader comes before the end is told.
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

    // MARK: Ends

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

    private var isSourceBusy: Bool {
        if case .asking = reader { return true }
        return feed == .task
    }

    /// Keeps a handler for the end. Returns how the reply ended, where it has.
    mutating func add(_ handler: EndingHandler) -> Outcome.Result? {
        if let ending { return ending }
        endingHandlers.append(handler)
        return nil
    }

    /// The pieces that the reader has seen. One that collects has seen all that came.
    var delivered: [ReplyChunk] { isCollected || read == received.count ? received : Array(received[..<read]) }

    /// Gives the rest of the answer to a reply that takes the place of this one, as long as no layer and no task knows this
    /// one. Returns the pieces that were not read, or nil.
    mutating func handOver() -> [ReplyChunk]? {
        guard ending == nil, endingHandlers.isEmpty, feed == .reader, case .away = reader else { return nil }
        ending = .abandoned
        return Array(received[read...])
    }
}
