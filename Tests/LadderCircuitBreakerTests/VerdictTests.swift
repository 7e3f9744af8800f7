import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct VerdictTests {
    private static let simulation = Simulation(seed: 1)
    private static let runtime = Runtime(simulation)

    /// What each kind says of its target: written down here, not taken from the table in the code.
    static let expected: [(ChatError, BreakerVerdict)] = {
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
    func `each kind of error says what the table says`(index: Int) {
        let (error, verdict) = VerdictTests.expected[index]
        #expect(BreakerVerdict(error, on: VerdictTests.runtime) == verdict)
    }

    @Test func `who leaves says nothing, an unknown error is the server's`() {
        struct Odd: Error {}
        #expect(BreakerVerdict(CancellationError(), on: VerdictTests.runtime) == .neutral)
        #expect(BreakerVerdict(Odd(), on: VerdictTests.runtime) == .failure)
    }

    @Test func `the longest throttle is the policy's`() {
        let error = ChatError(.throttled(retryAfter: .seconds(3)))
        let verdict = BreakerVerdict(error, on: VerdictTests.runtime, longestThrottle: .seconds(2))
        #expect(verdict == .opens(until: .seconds(3)))
    }
}
