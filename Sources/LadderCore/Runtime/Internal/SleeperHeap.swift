/// The tasks that sleep, the earliest first: a binary heap of instants beside a dictionary of what waits for them.
///
/// A cancelled sleeper leaves the dictionary at once. Its heap entry goes when it comes to the top, or when more than
/// half of the entries are of cancelled sleepers, so the heap never holds more than twice as many entries as tasks.
struct SleeperHeap<Sleeper> {
    private struct Entry {
        let instant: Instant
        let id: Int

        func isBefore(_ other: Entry) -> Bool { (instant, id) < (other.instant, other.id) }
    }

    /// The first entry always belongs to a sleeper that has not been cancelled.
    private var entries: [Entry] = []
    private var sleepers: [Int: Sleeper] = [:]

    /// The number of sleepers that are neither due nor cancelled.
    var count: Int { sleepers.count }

    /// The number of heap entries, those of cancelled sleepers included.
    var entryCount: Int { entries.count }

    /// The instant at which the earliest sleeper is due; nil if there is none.
    var next: Instant? { entries.first?.instant }

    /// Adds a sleeper. Of two with the same instant, the one with the smaller `id` is due first.
    mutating func insert(_ sleeper: Sleeper, id: Int, until instant: Instant) {
        sleepers[id] = sleeper
        entries.append(Entry(instant: instant, id: id))
        siftUp(from: entries.count - 1)
    }

    /// Removes a sleeper and returns it; nil if it was due, or cancelled, before.
    mutating func cancel(_ id: Int) -> Sleeper? {
        guard let sleeper = sleepers.removeValue(forKey: id) else { return nil }
        while let first = entries.first, sleepers[first.id] == nil { removeFirst() }
        compactIfNeeded()
        return sleeper
    }

    /// Removes the sleepers whose instant is not later than `now`, and returns them in the order of their instants.
    mutating func takeDue(at now: Instant) -> [Sleeper] {
        var due: [Sleeper] = []
        while let first = entries.first {
            if let sleeper = sleepers[first.id] {
                if first.instant > now { break }
                sleepers[first.id] = nil
                due.append(sleeper)
            }
            removeFirst()
        }
        compactIfNeeded()
        return due
    }

    private mutating func removeFirst() {
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        siftDown(from: 0)
    }

    /// Drops the entries of cancelled sleepers when they are more than half.
    private mutating func compactIfNeeded() {
        guard entries.count > 2 * sleepers.count else { return }
        entries.removeAll { sleepers[$0.id] == nil }
        for index in (0..<entries.count / 2).reversed() { siftDown(from: index) }
    }

    private mutating func siftUp(from index: Int) {
        var child = index
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].isBefore(entries[parent]) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(from index: Int) {
        var parent = index
        while true {
            let left = 2 * parent + 1
            let right = left + 1
            guard left < entries.count else { return }
            let child = right < entries.count && entries[right].isBefore(entries[left]) ? right : left
            guard entries[child].isBefore(entries[parent]) else { return }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
