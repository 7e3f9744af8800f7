import LadderCore
import LadderTesting
import Testing

@testable import LadderRetry

@Suite struct RetryPolicyTests {
    @Test func `the defaults are the documented ones`() {
        let policy = RetryPolicy()
        #expect(policy.maximumAttempts == 3)
        #expect(policy.backoff == Backoff(base: .milliseconds(500), factor: 2, cap: .seconds(8), jitter: .full))
        #expect(policy.patienceWithAlternative == .seconds(2))
        #expect(policy.patience == .seconds(60))
        #expect(RetryThrottlePolicy() == RetryThrottlePolicy(percent: 20, window: .seconds(10), reserve: 10))
        #expect(policy == .standard)
    }

    @Test(arguments: [RetryPolicy.standard, .quick, .patient, .never])
    func `presets have no problems`(policy: RetryPolicy) {
        #expect(policy.problems.isEmpty)
    }

    @Test(arguments: [0, -1, 21, Int.max, Int.min])
    func `attempts outside 1…20 are refused`(count: Int) {
        #expect(RetryPolicy(maximumAttempts: count).problems == ["Retry.maximumAttempts is \(count); allowed 1…20"])
    }

    @Test(arguments: [1, 20])
    func `attempts of 1 and 20 are allowed`(count: Int) {
        #expect(RetryPolicy(maximumAttempts: count).problems.isEmpty)
    }

    @Test(arguments: [Duration.seconds(-1), .seconds(86_401), .seconds(Int64.max)])
    func `absurd patience is refused`(patience: Duration) {
        #expect(
            RetryPolicy(patience: patience).problems == [
                "Retry.patience is \(patience); allowed 0.0 seconds…86400.0 seconds"
            ])
        #expect(RetryPolicy(patienceWithAlternative: patience).problems.count == 1)
    }

    @Test func `a pipeline refuses a bad policy and lists every mistake`() {
        let policy = RetryPolicy(maximumAttempts: 0, backoff: Backoff(factor: .nan))
        let throttle = RetryThrottle(RetryThrottlePolicy(percent: -1, window: .zero, reserve: -1))
        let error = #expect(throws: ConfigurationError.self) {
            try Pipeline(model: Script(.answer("a"))) { Retry(policy, throttle: throttle) }
        }
        #expect(error?.problems.count == 5)
    }

    @Test func `a throttle that allows nothing is refused`() {
        #expect(RetryThrottlePolicy(percent: 0, reserve: 0).problems.count == 1)
        #expect(RetryThrottlePolicy(percent: 0, reserve: 1).problems.isEmpty)
    }

    @Test func `the description shows the options and the worst case`() {
        let description = Retry().layerDescription
        #expect(description.role == .retry)
        #expect(
            description.options.map(\.value) == [
                "3", "500 ms × 2.0 up to 8 s", "full", "60 s, 2 s with an alternative",
                "20 % of calls in 10 s and 10 more",
            ])
        let inner = WorstCase(attempts: 1, wait: .zero, time: .seconds(60))
        let worst = description.worstCase(inner)
        #expect(worst.attempts == 3)
        #expect(worst.wait == .seconds(122))
        #expect(worst.time == .seconds(302))
        let impatient = Retry(RetryPolicy(patienceWithAlternative: .zero, patience: .zero), throttle: nil)
        #expect(impatient.layerDescription.worstCase(inner).wait == .milliseconds(1500))
        #expect(impatient.layerDescription.options.last?.value == "none")
    }

    @Test(arguments: [
        Duration(attoseconds: .max), Duration(attoseconds: .min),
        Duration(secondsComponent: .max, attosecondsComponent: .max),
        Duration(secondsComponent: .min, attosecondsComponent: .min),
    ])
    func `durations that no integer of seconds holds never trap`(duration: Duration) {
        for factor in [2, Double.infinity, .nan, -1] {
            for jitter in Jitter.allCases {
                let backoff = Backoff(base: duration, factor: factor, cap: duration, jitter: jitter)
                let policy = RetryPolicy(
                    maximumAttempts: 20, backoff: backoff, patienceWithAlternative: duration, patience: duration)
                let layer = Retry(policy, throttle: RetryThrottle(RetryThrottlePolicy(window: duration)))
                #expect(layer.configurationProblems.count >= 4)
                #expect(layer.layerDescription.worstCase(WorstCase(wait: duration)).attempts == 20)
                var sequence = RetrySequence(policy)
                for retryAfter in [nil, duration] {
                    let error = ChatError(.server, retryAfter: retryAfter)
                    let room = RetryRoom(attempts: 20, time: duration)
                    _ = sequence.decide(after: error, room: room, uniform: 0.5)
                    _ = sequence.decide(after: error, room: RetryRoom(attempts: 20), uniform: 0.5)
                }
            }
        }
    }

    @Test func `the worst case of absurd policies is finite`() {
        let policy = RetryPolicy(maximumAttempts: .max, patience: .seconds(Int64.max))
        let worst = Retry(policy).layerDescription.worstCase(WorstCase(time: .seconds(60)))
        #expect(worst.attempts == .max)
        #expect(worst.wait > .zero)
        #expect(Retry(maximumAttempts: .min).layerDescription.worstCase(WorstCase()).attempts == 1)
    }
}
