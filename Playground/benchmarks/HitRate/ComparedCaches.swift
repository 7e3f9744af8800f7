/// A cache that evicts the key that was not used for the longest time.
struct LeastRecentlyUsed {
    /// Returns the number of requests that such a cache answers.
    static func hits(in numbers: [Int], capacity: Int) -> Int {
        var lastUse: [Int: Int] = [:]
        // The uses in order. A use that is not the last one of its key is skipped.
        var (oldest, hits) = (0, 0)
        for (time, number) in numbers.enumerated() {
            if lastUse.updateValue(time, forKey: number) != nil {
                hits += 1
            } else if lastUse.count > capacity {
                while lastUse[numbers[oldest]] != oldest { oldest += 1 }
                lastUse[numbers[oldest]] = nil
            }
        }
        return hits
    }
}

/// The best possible cache, which knows the future (Bélády): it evicts the key whose next request is the latest, and
/// does not keep a key whose next request is later than that of all others.
struct Optimum {
    /// Returns the number of requests that such a cache answers.
    static func hits(in numbers: [Int], capacity: Int) -> Int {
        var next = Array(repeating: Int.max, count: numbers.count)
        var seen: [Int: Int] = [:]
        for time in numbers.indices.reversed() { next[time] = seen.updateValue(time, forKey: numbers[time]) ?? .max }
        /// The time of the next request of each key in the cache.
        var kept: [Int: Int] = [:]
        var latest = MaximumHeap()
        var hits = 0
        for (time, number) in numbers.enumerated() {
            if kept[number] != nil {
                hits += 1
            } else if next[time] == .max {
                continue
            }
            kept[number] = next[time]
            latest.push(next[time], number)
            while kept.count > capacity {
                let (use, candidate) = latest.pop()
                // An entry of the heap is out of date when its key was requested since.
                if kept[candidate] == use { kept[candidate] = nil }
            }
        }
        return hits
    }
}

/// Keys with the times of their next requests, the latest first.
private struct MaximumHeap {
    private var items: [(use: Int, number: Int)] = []

    mutating func push(_ use: Int, _ number: Int) {
        items.append((use, number))
        var place = items.count - 1
        while place > 0, items[(place - 1) / 2].use < items[place].use {
            items.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> (use: Int, number: Int) {
        items.swapAt(0, items.count - 1)
        let last = items.removeLast()
        var place = 0
        while true {
            let children = [2 * place + 1, 2 * place + 2].filter { $0 < items.count }
            guard let child = children.max(by: { items[$0].use < items[$1].use }), items[child].use > items[place].use
            else { return last }
            items.swapAt(place, child)
            place = child
        }
    }
}
