import LadderCore
import Testing

@testable import LadderBudgetCheck

struct SoftNoticesTests {
    private func time(_ seconds: Int64) -> WallTime { WallTime(secondsSince1970: seconds) }

    private func limit(_ account: String, in window: LedgerWindow) -> LedgerLimit {
        LedgerLimit(account: account, maximum: 1, window: window)
    }

    @Test func `each account is reported once in each window`() {
        var notices = SoftNotices()
        let today = limit("a", in: .fixed(start: time(0), end: time(100)))
        let tomorrow = limit("a", in: .fixed(start: time(100), end: time(200)))
        #expect(notices.isFirst(for: today, at: time(10)))
        #expect(!notices.isFirst(for: today, at: time(99)))
        #expect(notices.isFirst(for: limit("b", in: today.window), at: time(99)))
        #expect(notices.isFirst(for: tomorrow, at: time(100)))
        #expect(!notices.isFirst(for: tomorrow, at: time(199)))
    }

    @Test func `a rolling window is reported once in its length, and one without an end once`() {
        var notices = SoftNotices()
        let rolling = limit("a", in: .rolling(.seconds(60)))
        #expect(notices.isFirst(for: rolling, at: time(0)))
        #expect(!notices.isFirst(for: rolling, at: time(59)))
        #expect(notices.isFirst(for: rolling, at: time(60)))
        #expect(notices.isFirst(for: limit("b", in: .unlimited), at: time(0)))
        #expect(!notices.isFirst(for: limit("b", in: .unlimited), at: time(1_000_000)))
    }

    @Test func `the number of accounts is bounded, those whose window is over leave first`() {
        var notices = SoftNotices()
        #expect(notices.isFirst(for: limit("long", in: .rolling(.seconds(1_000))), at: time(0)))
        for account in 1..<SoftNotices.maximumAccounts {
            _ = notices.isFirst(for: limit("\(account)", in: .rolling(.seconds(10))), at: time(0))
        }
        #expect(notices.isFirst(for: limit("new", in: .unlimited), at: time(10)))
        #expect(!notices.isFirst(for: limit("long", in: .rolling(.seconds(1_000))), at: time(10)))
        #expect(notices.count == 2)
    }
}
