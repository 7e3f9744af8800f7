import LadderTesting
import Testing

@testable import LadderCircuitBreaker

@Suite struct SlidingWindowTests {
    private enum Kind: CaseIterable { case success, slow, failure }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the window counts what a list of all calls would count`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let width: Int64 = [1, 7, 1_000, 1_875_000_000][Int(seed % 4)]
        var window = SlidingWindow(bucketWidth: width)
        var calls: [(bucket: Int64, kind: Kind)] = []
        var now: Int64 = Int64(random.next() % 1_000) - 500
        for _ in 0..<2_000 {
            now += Int64(random.next() % UInt64(width)) * (random.next() % 50 == 0 ? 40 : 1)
            let kind = Kind.allCases[Int(random.next() % 3)]
            switch kind {
            case .success: window.addSuccess(isSlow: false, at: now)
            case .slow: window.addSuccess(isSlow: true, at: now)
            case .failure: window.addFailure(at: now)
            }
            let bucket = Int64((Double(now) / Double(width)).rounded(.down))
            calls.append((bucket, kind))
            calls.removeAll { $0.bucket <= bucket - 16 }
            let expected = SlidingWindow.Counts(
                calls: calls.count, failures: calls.count { $0.kind == .failure },
                slow: calls.count { $0.kind == .slow })
            try #require(window.total == expected, "seed \(seed), width \(width), at \(now)")
        }
        #expect(window.total.calls > 0)
    }

    @Test func `a call in the past counts in the newest bucket`() {
        var window = SlidingWindow(bucketWidth: 10)
        window.addFailure(at: 1_000)
        window.addFailure(at: 3)
        #expect(window.total.failures == 2)
        window.advance(to: 1_200)
        #expect(window.total.calls == 0)
    }

    @Test(arguments: [Int64.min, -1, 0, .max])
    func `the smallest and the largest moments do not trap`(moment: Int64) {
        var window = SlidingWindow(bucketWidth: 1)
        for other in [Int64.min, -5, 0, 5, .max] {
            window.addFailure(at: other)
            window.addSuccess(isSlow: true, at: moment)
        }
        #expect(window.total.calls >= 2)
    }
}
