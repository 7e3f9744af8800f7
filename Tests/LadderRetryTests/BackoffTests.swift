import LadderRetry
import LadderTesting
import Testing

@Suite struct BackoffTests {
    @Test func `waits double up to the cap`() {
        let backoff = Backoff(jitter: .none)
        let waits = (1...7).map { backoff.wait(before: $0, uniform: 0.3) }
        #expect(waits == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
    }
}
