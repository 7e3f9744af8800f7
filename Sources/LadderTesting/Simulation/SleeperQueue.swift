import LadderCore

/// Sleeping tasks, earliest first. Tasks of one instant wake together; the seed decides which of them runs first.
struct SleeperQueue {
    typealias Continuation = CheckedContinuation<Void, any Error>

    private struct Entry {
        let at: Instant
        let id: Int

        func isBefore(_ other: Entry) -> Bool { (at, id) < (other.at, other.id) }
    }

    private var heap: [Entry] = []
    private var continuations: [Int: Continuation] = [:]

    mutating func add(_ id: Int, at instant: Instant, resuming continuation: Continuation) {
        continuations[id] = continuation
        heap.append(Entry(at: instant, id: id))
        var child = heap.count - 1
        while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Removes a sleeping task. Its entry in the heap is skipped later.
    mutating func remove(_ id: Int) -> Continuation? {
        continuations.removeValue(forKey: id)
    }

    /// Removes all tasks that wake at the earliest instant, in the order in which they began to sleep.
    mutating func takeFirst() -> (Instant, [Continuation])? {
        while let first = popFirst() {
            guard let continuation = continuations.removeValue(forKey: first.id) else { continue }
            var waking = [continuation]
            while let next = heap.first, next.at == first.at {
                _ = popFirst()
                if let continuation = continuations.removeValue(forKey: next.id) { waking.append(continuation) }
            }
            return (first.at, waking)
        }
        return nil
    }

    private mutating func popFirst() -> Entry? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            var parent = 0
            while true {
                let left = parent * 2 + 1
                guard left < heap.count else { break }
                let right = left + 1
                let child = right < heap.count && heap[right].isBefore(heap[left]) ? right : left
                guard heap[child].isBefore(heap[parent]) else { break }
                heap.swapAt(child, parent)
                parent = child
            }
        }
        return first
    }
}
