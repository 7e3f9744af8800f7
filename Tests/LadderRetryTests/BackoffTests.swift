import LadderTesting
import Testing

@testable import LadderRetry

@Suite struct BackoffTests {
    @Test func `waits double up to the cap`() {
        let backoff = Backoff(jitter: .none)
        let waits = (1...7).map { backoff.delay(before: $0, uniform: 0.3) }
        #expect(waits == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
    }

    @Test func `waits grow by powers of any factor`() {
        let backoff = Backoff(base: .milliseconds(100), factor: 1.5, cap: .seconds(100), jitter: .none)
        for repetition in 1...10 {
            let expected = (1..<repetition).reduce(0.1) { wait, _ in wait * 1.5 }
            let wait = backoff.delay(before: repetition, uniform: 0)
            #expect(abs(wait / .seconds(1) - expected) < 1e-6)
        }
    }

    @Test(arguments: [0, 1, 2, 3, 50] as [Int], [0.0, 0.25, 0.5, 0.999])
    func `jitter is drawn after the cap`(repetition: Int, uniform: Double) {
        let ceiling = Backoff(jitter: .none).delay(before: repetition, uniform: 0)
        let full = Backoff(jitter: .full).delay(before: repetition, uniform: uniform)
        let equal = Backoff(jitter: .equal).delay(before: repetition, uniform: uniform)
        #expect(abs((full / ceiling) - uniform) < 1e-6)
        #expect(abs((equal / ceiling) - (0.5 + uniform / 2)) < 1e-6)
    }

    /// Mean and spread of 20,000 draws.
    private func statistics(_ draw: (Double) -> Duration) -> (
        mean: Double, deviation: Double, low: Double, high: Double
    ) {
        var random = SeededRandom(seed: 7)
        let waits = (0..<20_000).map { _ in draw(random.uniform()) / .seconds(1) }
        let mean = waits.reduce(0, +) / Double(waits.count)
        let variance = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(waits.count)
        return (mean, variance.squareRoot(), waits.min() ?? 0, waits.max() ?? 0)
    }

    @Test(arguments: [
        (Jitter.full, 4.0, 8.0), (.equal, 6.0, 4.0), (.decorrelated, 4.25, 7.5),
    ])
    func `delay negative, NaN or unjittered at the cap`(jitter: Jitter, mean: Double, width: Double) {
        let backoff = Backoff(jitter: jitter)
        for repetition in [6, 10_000, Int.max] {
            let found = statistics { backoff.delay(before: repetition, after: .seconds(8), uniform: $0) }
            #expect(abs(found.mean - mean) < 0.1)
            #expect(abs(found.deviation - width / 12.squareRoot()) < 0.1, "uniform over the whole width")
            #expect(found.low >= 0 && found.high <= 8)
            #expect(found.high - found.low > width * 0.99)
        }
    }

    @Test func `decorrelated waits depend on the previous backoff`() {
        let backoff = Backoff(jitter: .decorrelated)
        #expect(backoff.delay(before: 1, uniform: 0) == .milliseconds(500))
        #expect(backoff.delay(before: 1, uniform: 1) == .milliseconds(1500))
        #expect(backoff.delay(before: 2, after: .seconds(1), uniform: 1) == .seconds(3))
        #expect(backoff.delay(before: 2, after: .seconds(1), uniform: 0) == .milliseconds(500))
    }

    @Test(arguments: Jitter.allCases)
    func `no delay is longer than the longest delay`(jitter: Jitter) {
        let backoff = Backoff(base: .milliseconds(300), cap: .seconds(20), jitter: jitter)
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            var previous: Duration?
            for repetition in 1...12 {
                let wait = backoff.delay(before: repetition, after: previous, uniform: random.uniform())
                #expect(wait <= backoff.longestDelay(before: repetition))
                previous = wait
            }
        }
        #expect(backoff.longestDelay(before: 40) == .seconds(20))
        #expect(backoff.longestDelay(before: .max) == .seconds(20))
    }

    @Test(arguments: Jitter.allCases)
    func `absurd options and random numbers never trap and give finite waits`(jitter: Jitter) {
        let durations: [Duration] = [
            .zero, .seconds(-5), .nanoseconds(1), .seconds(1), .seconds(Int64.min), .seconds(Int64.max),
            Duration(secondsComponent: .max, attosecondsComponent: .max),
            Duration(secondsComponent: .min, attosecondsComponent: .min), Duration(attoseconds: .max),
            Duration(attoseconds: .min),
        ]
        let numbers = [0, -1, 0.5, 1, 1e308, .infinity, -.infinity, .nan]
        for base in durations {
            for cap in durations {
                for factor in numbers {
                    let backoff = Backoff(base: base, factor: factor, cap: cap, jitter: jitter)
                    for repetition in [Int.min, 1, 2, .max] {
                        for uniform in numbers {
                            let wait = backoff.delay(before: repetition, after: base, uniform: uniform)
                            let isFinite = wait >= .zero && wait <= max(cap, .zero)
                            if !isFinite { Issue.record("\(backoff) waits \(wait)") }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [
        (Backoff(factor: .nan), "Retry.backoff.factor is nan; allowed 1.0…100.0"),
        (Backoff(factor: .infinity), "Retry.backoff.factor is inf; allowed 1.0…100.0"),
        (Backoff(factor: 0.5), "Retry.backoff.factor is 0.5; allowed 1.0…100.0"),
        (Backoff(factor: 101), "Retry.backoff.factor is 101.0; allowed 1.0…100.0"),
        (Backoff(base: .zero), "Retry.backoff.base is 0.0 seconds; allowed above 0, up to an hour"),
        (Backoff(base: .seconds(-1)), "Retry.backoff.base is -1.0 seconds; allowed above 0, up to an hour"),
        (
            Backoff(cap: .milliseconds(10)),
            "Retry.backoff.cap is 0.01 seconds; allowed from the base to an hour"
        ),
        (
            Backoff(cap: .seconds(7200)),
            "Retry.backoff.cap is 7200.0 seconds; allowed from the base to an hour"
        ),
    ])
    func `a problem names the option and its range`(backoff: Backoff, problem: String) {
        #expect(backoff.problems == [problem])
        #expect(throws: Never.self) { _ = RetryPolicy(backoff: backoff) }
    }
}
