import LadderCore
import Testing

struct HotEntriesTests {
    private func key(_ number: Int) -> CacheKey {
        CacheKey(of: ChatRequest("q\(number)", model: "m"), scope: CallScope())
    }

    @Test func `the number of counted keys is bounded`() {
        var entries = HotEntries()
        for number in 0..<1_000 { entries.count(key(number)) }
        #expect(entries.sorted.count == HotEntries.maximumCount)
    }

    @Test func `keys with many hits are found among many with few`() {
        var entries = HotEntries()
        for round in 0..<400 {
            entries.count(key(1))
            if round % 2 == 0 { entries.count(key(2)) }
            entries.count(key(1_000 + round))
        }
        #expect(entries.sorted.prefix(2).map(\.key) == [key(1), key(2)])
        #expect(entries.sorted[0].hits >= 400)
    }
}
