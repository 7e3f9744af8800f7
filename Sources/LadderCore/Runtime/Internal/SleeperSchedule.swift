/// The sleepers of one thread, and when that thread looks at them next.
struct SleeperSchedule<Sleeper> {
    /// What follows from a new sleeper.
    enum Reaction {
        /// The thread looks early enough as it is.
        case nothing
        /// The thread has to look earlier than it means to.
        case signalThread
        /// There is no thread: one has to be started.
        case startThread
    }

    /// The result of one look at the sleepers.
    struct Look {
        /// The sleepers to resume, in the order of their instants.
        let due: [Sleeper]
        /// The instant of the next look, unless a signal comes before.
        let next: Instant
    }

    private let longestPause: Duration
    private var heap = SleeperHeap<Sleeper>()
    /// The instant of the next look; nil while there is no thread.
    private var nextLook: Instant?
    /// Whether a sleeper was added after the last look.
    private var wasUsed = false

    /// Creates a schedule without sleepers whose thread looks at least once per `longestPause`.
    init(longestPause: Duration) {
        self.longestPause = longestPause
    }

    /// The number of sleepers that are neither due nor cancelled.
    var count: Int { heap.count }

    /// The number of entries in the heap, those of cancelled sleepers included.
    var entryCount: Int { heap.entryCount }

    /// Whether the thread exists at present.
    var hasThread: Bool { nextLook != nil }

    /// Adds a sleeper and returns what the caller has to do, after it has given back the lock.
    mutating func add(_ sleeper: Sleeper, id: Int, until instant: Instant) -> Reaction {
        heap.insert(sleeper, id: id, until: instant)
        wasUsed = true
        guard let nextLook else {
            self.nextLook = instant
            return .startThread
        }
        guard instant < nextLook else { return .nothing }
        self.nextLook = instant
        return .signalThread
    }

    /// Removes a sleeper and returns it; nil if it was due, or cancelled, before.
    mutating func cancel(_ id: Int) -> Sleeper? {
        heap.cancel(id)
    }

    /// Removes the sleepers that are due and returns them; nil if the thread has to end, because it has waited for a
    /// whole pause and nothing slept.
    mutating func look(at now: Instant) -> Look? {
        let due = heap.takeDue(at: now)
        guard wasUsed || heap.count > 0 || !due.isEmpty else {
            nextLook = nil
            return nil
        }
        wasUsed = false
        let next = min(heap.next ?? .distantFuture, now + longestPause)
        nextLook = next
        return Look(due: due, next: next)
    }

    /// Removes every sleeper, because the thread could not be started.
    mutating func removeAll() -> [Sleeper] {
        nextLook = nil
        return heap.takeDue(at: .distantFuture)
    }
}
