import LadderCore
import LadderTesting
import Testing

@testable import LadderRetry

@Suite struct RetryThrottleWindowTests {
    private func second(_ number: Double) -> Instant { Instant(nanoseconds: Int64(number * 1e9)) }

    private func taken(_ window: inout RetryThrottleWindow, at now: Instant) -> Int {
        var count = 0
        while window.takeRetry(at: now) { count += 1 }
        return count
    }

    @Test(arguments: [0, 1, 4, 5, 49, 50, 1000], [0, 1, 10])
    func `a window allows a share of the calls and the reserve`(calls: Int, reserve: Int) {
        var window = RetryThrottleWindow(RetryThrottlePolicy(reserve: reserve))
        for _ in 0..<calls { window.recordCall(at: .origin) }
        let left = window.retriesLeft(at: .origin)
        #expect(left == calls / 5 + reserve)
        #expect(taken(&window, at: .origin) == calls / 5 + reserve)
    }

    @Test func `the reserve comes back when the window has passed`() {
        var window = RetryThrottleWindow(.standard)
        #expect(taken(&window, at: second(0.5)) == 10)
        #expect(taken(&window, at: second(9.9)) == 0)
        #expect(taken(&window, at: second(10)) == 10)
    }

    @Test func `calls of an hour ago allow no retries`() {
        var window = RetryThrottleWindow(.standard)
        for _ in 0..<1_000_000 { window.recordCall(at: .origin) }
        #expect(taken(&window, at: second(3600)) == 10)
    }

    @Test(arguments: [0, 5, 20, 100], 0..<6 as Range<UInt64>)
    func `in every window retries stay within the share, exactly`(percent: Int, seed: UInt64) {
        let policy = RetryThrottlePolicy(percent: percent, reserve: 3)
        var window = RetryThrottleWindow(policy)
        var random = SeededRandom(seed: seed)
        var calls: [Int] = []
        var retries: [Int] = []
        var now = 0.0
        for _ in 0..<4_000 {
            now += random.uniform() < 0.01 ? random.uniform() * 30 : random.uniform() * 0.02
            let slot = Int(now)
            if random.uniform() < 0.5 {
                window.recordCall(at: second(now))
                calls.append(slot)
            } else if window.takeRetry(at: second(now)) {
                retries.append(slot)
                let recentCalls = calls.reversed().prefix { $0 > slot - 10 }.count
                let recentRetries = retries.reversed().prefix { $0 > slot - 10 }.count
                #expect(recentRetries * 100 <= recentCalls * percent + 300)
            } else {
                let recentCalls = calls.reversed().prefix { $0 > slot - 10 }.count
                let recentRetries = retries.reversed().prefix { $0 > slot - 10 }.count
                #expect((recentRetries + 1) * 100 > recentCalls * percent + 300, "refused although there was room")
            }
        }
        #expect(!retries.isEmpty)
    }

    @Test func `sustained retries are a fifth of the calls`() {
        var window = RetryThrottleWindow(.standard)
        var retries = 0
        for call in 0..<100_000 {
            let now = second(Double(call) / 100)
            window.recordCall(at: now)
            if window.takeRetry(at: now) { retries += 1 }
            if window.takeRetry(at: now) { retries += 1 }
        }
        // A thousand seconds: a fifth of the calls, and a reserve per window.
        #expect(retries <= 20_000 + 101 * 10)
        #expect(retries >= 20_000)
    }

    @Test func `a clock that goes backwards brings no retries back`() {
        var window = RetryThrottleWindow(.standard)
        #expect(taken(&window, at: second(100)) == 10)
        #expect(taken(&window, at: second(1)) == 0)
        #expect(taken(&window, at: Instant(nanoseconds: .min)) == 0)
        #expect(taken(&window, at: second(110)) == 10)
    }

    @Test func `absurd policies and times never trap`() {
        let numbers = [Int.min, -1, 0, 7, .max]
        let windows: [Duration] = [
            .seconds(Int64.min), .zero, .nanoseconds(3), .seconds(10), .seconds(Int64.max), Duration(attoseconds: .max),
            Duration(attoseconds: .min),
        ]
        for percent in numbers {
            for reserve in numbers {
                for length in windows {
                    var window = RetryThrottleWindow(
                        RetryThrottlePolicy(percent: percent, window: length, reserve: reserve))
                    for now in [Int64.min, -1, 0, 5, .max] {
                        window.recordCall(at: Instant(nanoseconds: now))
                        _ = window.takeRetry(at: Instant(nanoseconds: now))
                        let left = window.retriesLeft(at: Instant(nanoseconds: now))
                        #expect(left >= 0)
                    }
                }
            }
        }
    }
}
