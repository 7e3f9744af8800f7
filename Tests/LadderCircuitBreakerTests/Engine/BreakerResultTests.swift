import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct BreakerResultTests {
    private static let simulation = Simulation(seed: 1)
    private static let runtime = Runtime(simulation)

    /// The result of each kind of error: written down here, not taken from the table in the code.
    static let expected: [(ChatError, BreakerResult)] = {
        let wall = simulation.wallNow
        func asking(_ kind: ChatError.Kind) -> ChatError {
            var error = ChatError(kind)
            error.occurredDuringAttempt = true
            return error
        }
        return [
            (ChatError(.throttled(retryAfter: nil)), .neutral),
            (ChatError(.throttled(retryAfter: .seconds(10))), .neutral),
            (ChatError(.throttled(retryAfter: .seconds(11))), .opens(until: .seconds(11))),
            (ChatError(.throttled(retryAfter: .seconds(32 * 86_400))), .neutral),
            (ChatError(.throttled(retryAfter: nil), retryAfter: .seconds(12)), .opens(until: .seconds(12))),
            (ChatError(.quotaExhausted(until: nil)), .opens(until: nil)),
            (ChatError(.quotaExhausted(until: nil), retryAfter: .seconds(1)), .opens(until: nil)),
            (ChatError(.quotaExhausted(until: wall + .seconds(3_600))), .opens(until: .seconds(3_600))),
            (ChatError(.quotaExhausted(until: wall + .seconds(-5))), .opens(until: nil)),
            (ChatError(.quotaExhausted(until: wall + .seconds(400 * 86_400))), .opens(until: nil)),
            (ChatError(.overloaded), .failure),
            (ChatError(.overloaded, retryAfter: .seconds(90)), .failure(notBefore: .seconds(90))),
            (ChatError(.overloaded, retryAfter: .seconds(-90)), .failure),
            (ChatError(.server), .failure),
            (ChatError(.unreachable), .failure),
            (ChatError(.timedOut(.connect)), .failure),
            (ChatError(.timedOut(.firstToken)), .failure),
            (ChatError(.timedOut(.silence)), .failure),
            (ChatError(.timedOut(.total)), .failure),
            (ChatError(.timedOut(.reader)), .neutral),
            (ChatError(.invalidOutput), .failure),
            (ChatError(.contextTooLong), .neutral),
            (ChatError(.requestTooLarge), .neutral),
            (ChatError(.contentFiltered), .neutral),
            (ChatError(.unauthorized), .opens(until: nil)),
            (ChatError(.unauthorized, retryAfter: .seconds(20)), .opens(until: .seconds(20))),
            (ChatError(.modelNotFound), .neutral),
            (ChatError(.invalidRequest), .neutral),
            (ChatError(.budgetExhausted(resets: nil)), .neutral),
            (ChatError(.circuitOpen(until: .origin)), .neutral),
            (ChatError(.attemptsExhausted), .neutral),
            (ChatError(.deadlineExceeded), .neutral),
            (asking(.deadlineExceeded), .failure),
            (asking(.contextTooLong), .neutral),
        ]
    }()

    @Test(arguments: expected.indices)
    func `each kind of error gives the result of the error table`(index: Int) {
        let (error, result) = BreakerResultTests.expected[index]
        #expect(BreakerResult(error, on: BreakerResultTests.runtime) == result)
    }

    @Test func `a cancellation is neutral and an unknown error is a failure`() {
        struct Odd: Error {}
        #expect(BreakerResult(CancellationError(), on: BreakerResultTests.runtime) == .neutral)
        #expect(BreakerResult(Odd(), on: BreakerResultTests.runtime) == .failure)
    }

    @Test func `the longest throttle comes from the policy`() {
        let error = ChatError(.throttled(retryAfter: .seconds(3)))
        var policy = CircuitBreakerPolicy()
        policy.longestThrottle = .seconds(2)
        let result = BreakerResult(error, on: BreakerResultTests.runtime, policy: policy)
        #expect(result == .opens(until: .seconds(3)))
    }

    @Test(arguments: [(5, 20), (20, 5)])
    func `of two different waits in one error the longer one counts`(inKind: Int, inHeader: Int) {
        let error = ChatError(.throttled(retryAfter: .seconds(inKind)), retryAfter: .seconds(inHeader))
        #expect(BreakerResult(error, on: BreakerResultTests.runtime) == .opens(until: .seconds(20)))
    }

    @Test func `an override of the policy replaces the rule of the error table`() {
        var policy = CircuitBreakerPolicy()
        policy.rules = [
            .invalidOutput: .neutral, .modelNotFound: .opens, .overloaded: .neutralUnlessLongWait, .throttled: .failure,
        ]
        func result(_ kind: ChatError.Kind, retryAfter: Duration? = nil) -> BreakerResult {
            BreakerResult(
                ChatError(kind, retryAfter: retryAfter), on: BreakerResultTests.runtime, policy: policy)
        }
        #expect(result(.invalidOutput) == .neutral)
        #expect(result(.modelNotFound) == .opens(until: nil))
        #expect(result(.overloaded) == .neutral)
        #expect(result(.overloaded, retryAfter: .seconds(60)) == .opens(until: .seconds(60)))
        #expect(result(.throttled(retryAfter: .seconds(60))) == .failure(notBefore: .seconds(60)))
        #expect(result(.server) == .failure)
        #expect(BreakerResult(CancellationError(), on: BreakerResultTests.runtime, policy: policy) == .neutral)
    }
}
