import LadderCore

/// A heap of the instants at which holds expire, earliest first.
struct ExpiryHeap {
    struct Entry {
        let expiry: Instant
        let slot: Int
        /// The number of the hold, by which a slot that was used again is recognised.
        let number: UInt64
    }

    private var entries: [Entry] = []

    var count: Int { entries.count }
    var first: Entry? { entries.first }

    mutating func add(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].expiry < entries[parent].expiry else { break }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() {
        let last = entries.removeLast()
        guard !entries.isEmpty else { return }
        entries[0] = last
        moveDown(from: 0)
    }

    /// Removes the entries that are no longer wanted.
    mutating func removeAll(where isUnwanted: (Entry) -> Bool) {
        entries.removeAll(where: isUnwanted)
        for parent in stride(from: entries.count / 2 - 1, through: 0, by: -1) { moveDown(from: parent) }
    }

    private mutating func moveDown(from start: Int) {
        var parent = start
        while true {
            var child = parent * 2 + 1
            guard child < entries.count else { return }
            if child + 1 < entries.count, entries[child + 1].expiry < entries[child].expiry { child += 1 }
            guard entries[child].expiry < entries[parent].expiry else { return }
            entries.swapAt(child, parent)
            parent = child
        }
    }
}
