import LadderCore
import Testing

@testable import LadderExactCache

@Suite struct RecentSetTests {
    @Test func `a full set drops its oldest key, and a key that was added again is not old`() {
        var keys = RecentSet<CacheKey.Fingerprint>(capacity: 3)
        for number in [1, 2, 3, 1, 4] { keys.insert(key(number).fingerprint) }
        #expect([1, 2, 3, 4].map { keys.contains(key($0).fingerprint) } == [true, false, true, true])
        let wasRemoved = keys.remove(key(3).fingerprint)
        #expect(wasRemoved)
        #expect(!keys.contains(key(3).fingerprint))
    }
}
