import LadderCore
import LadderTesting
import TestSupport
import Testing

@testable import LadderRetry

@Suite struct RetryThrottleTests {
    private func second(_ number: Double) -> Instant { Instant(nanoseconds: Int64(number * 1e9)) }

    private func taken(_ window: inout RetryThrottleWindow, at now: Instant) -> Int {
        var count = 0
        while window.takeRetry(at: now) { count += 1 }
        return count
    }

    @Test(arguments: [0, 1, 4, 5, 49, 50, 1000], [0, 1, 10])
    func `a window allows a share of the calls and the reserve`(calls: Int, reserve: Int) {
        var window = RetryThrottleWindow(RetryThrottlePolicy(reserve: reserve))
        for _ in 0..<calls { window.countCall(at: .origin) }
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

    @Test func `calls of an hour ago pay for no storm`() {
        var window = RetryThrottleWindow(.standard)
        for _ in 0..<1_000_000 { window.countCall(at: .origin) }
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
                window.countCall(at: second(now))
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
            window.countCall(at: now)
            if window.takeRetry(at: now) { retries += 1 }
            if window.takeRetry(at: now) { retries += 1 }
        }
        // A thousand seconds: a fifth of the calls, and a reserve per window.
        #expect(retries <= 20_000 + 101 * 10)
        #expect(retries >= 20_000)
    }

    @Test func `time that runs backwards stands still`() {
        var window = RetryThrottleWindow(.standard)
        #expect(taken(&window, at: second(100)) == 10)
        #expect(taken(&window, at: second(1)) == 0)
        #expect(taken(&window, at: Instant(nanoseconds: .min)) == 0)
        #expect(taken(&window, at: second(110)) == 10)
    }

    @Test func `absurd policies and times trap nothing`() {
        let numbers = [Int.min, -1, 0, 7, .max]
        let windows: [Duration] = [.seconds(Int64.min), .zero, .nanoseconds(3), .seconds(10), .seconds(Int64.max)]
        for percent in numbers {
            for reserve in numbers {
                for length in windows {
                    var window = RetryThrottleWindow(
                        RetryThrottlePolicy(percent: percent, window: length, reserve: reserve))
                    for now in [Int64.min, -1, 0, 5, .max] {
                        window.countCall(at: Instant(nanoseconds: now))
                        _ = window.takeRetry(at: Instant(nanoseconds: now))
                        let left = window.retriesLeft(at: Instant(nanoseconds: now))
                        #expect(left >= 0)
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a storm of calls never retries more than the throttle allows`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = Script(.fail(ChatError(.overloaded)))
        let throttle = RetryThrottle()
        let first = try Pipeline(model: model) { Retry(throttle: throttle) }.running(on: simulation)
        let second = try Pipeline(model: model) { Retry(throttle: throttle) }.running(on: simulation)
        let kinds = try simulation.run {
            await withTaskGroup(of: ChatError.Kind?.self) { group in
                for number in 0..<200 {
                    let pipeline = number % 2 == 0 ? first : second
                    group.addTask {
                        do {
                            _ = try await pipeline.respond(to: "hi")
                            return nil
                        } catch {
                            return (error as? ChatError)?.kind
                        }
                    }
                }
                return await group.reduce(into: [ChatError.Kind?]()) { $0.append($1) }
            }
        }
        // All come within one window: 200 first attempts, a fifth of that and the reserve, over two layers together.
        #expect(model.starts.value.count == 200 + 40 + 10)
        #expect(kinds.allSatisfy { $0 == .overloaded }, "the original error is kept")
        #expect(throttle.retriesLeft(at: simulation.now) == 0)
    }

    @Test func `two threads never take the same retry`() async {
        let throttle = RetryThrottle(RetryThrottlePolicy(reserve: 1000))
        let taken = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in
                    (0..<2_000).reduce(0) { count, number in
                        if number % 2 == 0 { throttle.countCall(at: .origin) }
                        return throttle.takeRetry(at: .origin) ? count + 1 : count
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(taken == 1000 + 8_000 / 5)
    }
}
