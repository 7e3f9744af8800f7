@testable import LadderRedis
import Testing

struct BackoffTests {
    @Test func `pauses double up to a limit, and half of each is random`() {
        var backoff = Backoff()
        let pauses = (0..<9).map { _ in backoff.next(isLasting: false, random: 1) }
        #expect(pauses.prefix(3) == [.milliseconds(50), .milliseconds(100), .milliseconds(200)])
        #expect(pauses.last == .seconds(5))
        backoff.reset()
        let shortest = backoff.next(isLasting: false, random: 0)
        #expect(shortest == .milliseconds(25))
    }

    @Test func `a server that refused the client is asked rarely`() {
        var backoff = Backoff()
        let pauses = (0..<4).map { _ in backoff.next(isLasting: true, random: 1) }
        #expect(pauses == [.seconds(5), .seconds(10), .seconds(20), .seconds(30)])
    }
}
