/// The state of one live answer as a pure value: what was received, what was read, and how it ended.
///
/// There are two ways of reading. Without limits the reader asks the source itself, which needs no task. Under a limit
/// a task reads ahead, because a reader that waits inside the source could not leave on time:
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
/// It has two ends. The *source* ends when no more pieces can come: the attempt is settled by what was received. The
/// *reply* ends when the reader has all of it, has left, or was cut off: the layers learn what was read.
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
    var endingHandlers: [EndingHandler] = []

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
        indirect case waiting(CheckedContinuation<Void, Never>, since: Instant)
        /// About to wait, or resumed but not running yet.
        case due
    }

    enum SourceEnd {
        case finished
        indirect case failed(ChatError)
        case cancelled
    }

    init(received: [ReplyChunk], sourceEnd: SourceEnd? = nil) {
        self.received = received
        self.sourceEnd = sourceEnd
    }
}
