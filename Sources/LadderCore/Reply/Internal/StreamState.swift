/// One live answer as a pure state machine: what was received, what was read, how it ended.
///
/// It has two ends. The *source's* end is when no more can come; the attempt is settled by what was received. The
/// *reply's* end is when the reader has it all, has left, or was cut off; the layers are told by what was read.
struct StreamState {
    /// Everything the source handed over. The reader has seen the first `read` of it.
    private(set) var received: [ReplyChunk]
    private(set) var read = 0
    /// Who takes pieces from the source: the reader itself, or a task that reads ahead.
    private(set) var isPumped = false
    private(set) var sourceEnd: SourceEnd?
    private(set) var ending: Outcome.Result?
    var limits = StreamLimits()

    private var handlers: [EndingHandler] = []
    private var reader: PausedTask?
    /// Whether that task is under way. It rests while there is enough to read.
    private var isPumping = false
    private(set) var waitingSince: Instant?
    /// Whether nobody sees any of it before all of it is here.
    var isCollected = false
    private var isReading = false
    /// Whether the reader waited for the last piece and has had no turn since.
    private var isWoken = false
    private var isWatched = false
    private var watchTurn = 0

    /// How far the pump reads ahead of the reader.
    static let ahead = 32

    enum SourceEnd {
        case finished
        case failed(ChatError)
        case cancelled
    }

    init(received: [ReplyChunk]) {
        self.received = received
    }

    // MARK: The reader

    enum ReadStep {
        case chunk(ReplyChunk, startsPump: Bool)
        case end
        case pull
        case wait
        case failed(ChatError)
        case cancelled
        case taken
    }

    /// What the reader is to do next.
    mutating func next() -> ReadStep {
        isWoken = false
        switch ending {
        case .failed(let error): return .failed(error)
        case .abandoned: return .cancelled
        case .completed: return .end
        case nil: break
        }
        if read < received.count {
            read += 1
            return .chunk(received[read - 1], startsPump: pumpsAgain())
        }
        switch sourceEnd {
        case .failed(let error): return .failed(error)
        case .cancelled: return .cancelled
        case .finished: return .end
        case nil: break
        }
        if isReading || reader != nil {
            return .taken
        }
        if isPumped { return .wait }
        isReading = true
        return .pull
    }

    /// The reader has taken a piece from the source by itself. Returns whether the reply has ended meanwhile.
    mutating func pulled(_ chunk: ReplyChunk) -> Bool {
        isReading = false
        received.append(chunk)
        read = received.count
        return ending != nil
    }

    mutating func pulledNothing() { isReading = false }

    enum WaitStep {
        case lookAgain
        case sleep
        case sleepUnderWatch(turn: Int)
    }

    /// Suspends the reader, unless there is something to see already.
    mutating func wait(_ continuation: PausedTask, at now: Instant) -> WaitStep {
        guard ending == nil, read == received.count, sourceEnd == nil, reader == nil else { return .lookAgain }
        reader = continuation
        waitingSince = now
        guard limits.isArmed, !isWatched else { return .sleep }
        return .sleepUnderWatch(turn: beginWatch())
    }

    mutating func takeReader() -> PausedTask? {
        defer { reader = nil }
        waitingSince = nil
        return reader
    }

    // MARK: The pump

    /// From here on a task of its own reads ahead. False when that is already so, or too late.
    mutating func beginPump() -> Bool {
        guard !isPumped, !isReading, sourceEnd == nil, ending == nil else { return false }
        if case .finished? = received.last { return false }
        isPumped = true
        isPumping = true
        return true
    }

    enum PumpStep {
        case goOn
        case rest
        case stop
    }

    /// A piece has come from the source. Returns whom to wake and what the pump does next.
    ///
    /// A keep-alive breaks no silence: the reader is not told.
    mutating func pumped(_ chunk: ReplyChunk) -> (reader: PausedTask?, step: PumpStep) {
        if chunk.isEmpty { return (nil, pumpStep()) }
        received.append(chunk)
        isWoken = isWoken || reader != nil
        return (takeReader(), pumpStep())
    }

    /// Nothing more comes from the pump. Returns whom to wake.
    mutating func pumpEnded(_ end: SourceEnd, with last: ReplyChunk?) -> PausedTask? {
        if let last { received.append(last) }
        isWoken = isWoken || reader != nil
        sourceEnd = sourceEnd ?? end
        return takeReader()
    }

    private mutating func pumpStep() -> PumpStep {
        if ending != nil { return .stop }
        isPumping = received.count - read < StreamState.ahead
        return isPumping ? .goOn : .rest
    }

    /// Whether the reader has to start the pump again.
    private mutating func pumpsAgain() -> Bool {
        // When half is read, so that reader and pump do not take turns for every piece.
        let isWanted = received.count - read <= StreamState.ahead / 2
        guard isPumped, !isPumping, isWanted, sourceEnd == nil else { return false }
        isPumping = true
        return true
    }

    // MARK: The watch

    /// Narrows the limits. Returns a turn when a watchdog must begin, because a limit has come nearer.
    mutating func narrow(silence: Duration?, cut: StreamLimits.Cut?) -> Int? {
        let before = limits.cut?.at
        limits.narrow(silence: silence, cut: cut)
        guard let at = limits.cut?.at, at != before, isPumped, ending == nil else { return nil }
        return beginWatch()
    }

    private mutating func beginWatch() -> Int {
        isWatched = true
        watchTurn += 1
        return watchTurn
    }

    /// What the watchdog of this turn waits for next; nil when it is off duty.
    mutating func nextDue(turn: Int, now: Instant) -> StreamLimits.Cut? {
        guard turn == watchTurn else { return nil }
        if !isOver, let due = limits.due(waitingSince: waitingSince, now: now) { return due }
        isWatched = false
        return nil
    }

    func isOnDuty(_ turn: Int) -> Bool { turn == watchTurn && isWatched }

    private var isOver: Bool {
        ending != nil || (sourceEnd != nil && (isCollected || read == received.count))
    }

    enum Delay {
        case model
        case reader
    }

    /// Whose delay a limit met now is. Nil when there is nothing left to wait for.
    var delay: Delay? {
        if isOver { return nil }
        // What was here in time and not taken is the reader's delay. Who only collects has none of its own, nor has a
        // reader who waited for it and has had no turn yet.
        return !isCollected && !isWoken && read < received.count ? .reader : .model
    }

    // MARK: The ends

    /// No more can come. Only the first end counts.
    mutating func endSource(_ end: SourceEnd) -> Bool {
        guard sourceEnd == nil else { return false }
        sourceEnd = end
        return true
    }

    var hasNoHandlers: Bool { handlers.isEmpty }

    mutating func add(_ handler: EndingHandler) -> Outcome.Result? {
        if let ending { return ending }
        handlers.append(handler)
        return nil
    }

    /// What the reader has seen. Who collects has seen what has come.
    var delivered: [ReplyChunk] { isCollected || read == received.count ? received : Array(received[..<read]) }

    /// The reply has ended. Returns whom to tell and whom to wake, once.
    mutating func end(_ result: Outcome.Result) -> Farewell? {
        guard ending == nil else { return nil }
        ending = result
        defer { handlers = [] }
        return Farewell(handlers: handlers, reader: takeReader(), isHeard: isPumping || isReading)
    }

    struct Farewell {
        let handlers: [EndingHandler]
        let reader: PausedTask?
        /// Whether a task of its own, or a reader under way, still hears from the source and settles then.
        let isHeard: Bool
    }
}

/// When a live answer is cut.
struct StreamLimits {
    /// How long a waiting reader may hear nothing.
    var silence: Duration?
    /// When it is over in any case, and with which error.
    var cut: Cut?

    struct Cut {
        var at: Instant
        var kind: ChatError.Kind
    }

    var isArmed: Bool { silence != nil || cut != nil }

    mutating func narrow(silence other: Duration?, cut otherCut: Cut?) {
        if let other { silence = silence.map { min($0, other) } ?? other }
        if let otherCut, cut.map({ otherCut.at < $0.at }) ?? true { cut = otherCut }
    }

    /// When somebody has to look again, and what has then run out.
    func due(waitingSince: Instant?, now: Instant) -> Cut? {
        var due = cut
        if let silence {
            // Without a reader nobody hears the silence; but one may come to wait, so look no later than that.
            let at = (waitingSince ?? now) + silence
            if waitingSince != nil || cut != nil, due.map({ at < $0.at }) ?? true {
                due = Cut(at: at, kind: .timedOut(.silence))
            }
        }
        return due
    }
}
