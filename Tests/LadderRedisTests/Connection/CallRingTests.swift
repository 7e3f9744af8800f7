@testable import LadderRedis
import Testing

struct CallRingTests {
    @Test func `calls leave in their order and are found by their numbers`() {
        var ring = CallRing<Int>()
        var removed: [Int] = []
        for value in 0..<500 {
            let number = ring.append(value)
            #expect(number == value)
            if value % 3 == 0, let first = ring.removeFirst() { removed.append(first) }
        }
        #expect(ring[removed.count] == removed.count)
        #expect(ring[removed.count - 1] == nil)
        #expect(ring[500] == nil)
        ring[400] = nil
        #expect(ring.count == 500 - removed.count)
        while !ring.isEmpty { removed.append(ring.removeFirst() ?? -1) }
        #expect(removed == (0..<500).map { $0 == 400 ? -1 : $0 })
        let none = ring.removeFirst()
        #expect(none == nil)
    }
}
