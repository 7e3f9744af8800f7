import LadderTesting
import Testing

@testable import LadderCore

@Suite struct SleeperHeapTests {
    /// A heap of ids beside a plain list of the same sleepers, which is asked the same.
    private struct Twin {
        var heap = SleeperHeap<Int>()
        var list: [(id: Int, instant: Instant)] = []
        var lastID = 0

        mutating func insert(until nanoseconds: Int64) {
            lastID += 1
            let instant = Instant(nanoseconds: nanoseconds)
            heap.insert(lastID, id: lastID, until: instant)
            list.append((lastID, instant))
        }

        /// Cancels an id, known or not; false if the two disagree.
        mutating func cancel(_ id: Int) -> Bool {
            let expected = list.contains { $0.id == id } ? id : nil
            list.removeAll { $0.id == id }
            return heap.cancel(id) == expected
        }

        /// Takes what is due; false if the two disagree.
        mutating func takeDue(at nanoseconds: Int64) -> Bool {
            let now = Instant(nanoseconds: nanoseconds)
            let due = list.filter { $0.instant <= now }.sorted { ($0.instant, $0.id) < ($1.instant, $1.id) }
            list.removeAll { $0.instant <= now }
            return heap.takeDue(at: now) == due.map(\.id)
        }

        /// Whether the two agree, and the heap keeps its bound.
        var agrees: Bool {
            heap.count == list.count && heap.next == list.map(\.instant).min() && heap.entryCount <= 2 * heap.count
        }
    }

    /// Every sequence of five operations over three instants and the first three ids: 66,429 states.
    @Test func `every short sequence of operations does what a plain list does`() {
        var states = 0
        var mismatches = 0
        func go(_ twin: Twin, depth: Int) {
            states += 1
            if !twin.agrees { mismatches += 1 }
            if depth == 0 { return }
            for value in 1...3 {
                var inserted = twin
                inserted.insert(until: Int64(value))
                go(inserted, depth: depth - 1)
                var cancelled = twin
                if !cancelled.cancel(value) { mismatches += 1 }
                go(cancelled, depth: depth - 1)
                var taken = twin
                if !taken.takeDue(at: Int64(value)) { mismatches += 1 }
                go(taken, depth: depth - 1)
            }
        }
        go(Twin(), depth: 5)
        #expect(states == 66_430)
        #expect(mismatches == 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `long random sequences do what a plain list does`(seed: UInt64) {
        let random = Simulation(seed: seed)
        var twin = Twin()
        var now: Int64 = 0
        var mismatches = 0
        for _ in 0..<1_000 {
            switch random.random() % 16 {
            case 0..<8:
                twin.insert(until: now + Int64(random.random() % 200))
            case 8..<15:
                // Mostly a sleeper that exists, now and then one that has gone.
                let index = Int(random.random() % UInt64(twin.list.count + 1))
                let id = index < twin.list.count ? twin.list[index].id : Int(random.random() % 1_000)
                if !twin.cancel(id) { mismatches += 1 }
            default:
                now += Int64(random.random() % 50)
                if !twin.takeDue(at: now) { mismatches += 1 }
            }
            if !twin.agrees { mismatches += 1 }
        }
        #expect(mismatches == 0)
        let agrees = twin.takeDue(at: .max)
        #expect(agrees)
        #expect(twin.heap.entryCount == 0)
    }

    @Test func `sleepers of one instant are due in the order of their ids`() {
        var heap = SleeperHeap<String>()
        for (id, name) in ["a", "b", "c", "d", "e"].enumerated() { heap.insert(name, id: id, until: .origin) }
        let due = heap.takeDue(at: .origin)
        #expect(due == ["a", "b", "c", "d", "e"])
        #expect(heap.next == nil)
    }

    @Test func `a sleeper that is never due can be cancelled`() {
        var heap = SleeperHeap<String>()
        heap.insert("long", id: 1, until: .distantFuture)
        let due = heap.takeDue(at: Instant(nanoseconds: .max - 1))
        let (first, second) = (heap.cancel(1), heap.cancel(1))
        #expect(due.isEmpty)
        #expect(first == "long")
        #expect(second == nil)
        #expect(heap.entryCount == 0)
    }

    @Test func `cancelled sleepers behind a long one do not pile up`() {
        var heap = SleeperHeap<Int>()
        heap.insert(0, id: 0, until: .origin)
        var largest = 0
        for id in 1...10_000 {
            heap.insert(id, id: id, until: Instant(sinceOrigin: .seconds(3_600 + id)))
            _ = heap.cancel(id)
            largest = max(largest, heap.entryCount)
        }
        #expect(largest <= 3)
        #expect(heap.count == 1)
    }
}
