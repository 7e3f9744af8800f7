import LadderCore
import Testing

@testable import LadderBudgetCheck

struct SoftNoticesTests {
    /// An account that has reached its soft share, at a time in seconds.
    private struct Reached {
        let account: String
        let window: LedgerWindow
        let at: Int64
    }

    private func time(_ seconds: Int64) -> WallTime { WallTime(secondsSince1970: seconds) }

    /// Returns for each account whether it was reported.
    private func reports(_ reached: [Reached], in notices: inout SoftNotices) -> [Bool] {
        reached.map { reached in
            let limit = LedgerLimit(account: reached.account, maximum: 1, window: reached.window)
            return notices.isFirst(for: limit, at: time(reached.at))
        }
    }

    @Test func `each account is reported once in each window`() {
        let today = LedgerWindow.fixed(start: time(0), end: time(100))
        let tomorrow = LedgerWindow.fixed(start: time(100), end: time(200))
        var notices = SoftNotices()
        let reported = reports(
            [
                Reached(account: "a", window: today, at: 10), Reached(account: "a", window: today, at: 99),
                Reached(account: "b", window: today, at: 99), Reached(account: "a", window: tomorrow, at: 100),
                Reached(account: "a", window: tomorrow, at: 199),
            ], in: &notices)
        #expect(reported == [true, false, true, true, false])
    }

    @Test func `a rolling window is reported once in its length, and one without an end once`() {
        var notices = SoftNotices()
        let rolling = LedgerWindow.rolling(.seconds(60))
        let reported = reports(
            [
                Reached(account: "a", window: rolling, at: 0), Reached(account: "a", window: rolling, at: 59),
                Reached(account: "a", window: rolling, at: 60), Reached(account: "b", window: .unlimited, at: 0),
                Reached(account: "b", window: .unlimited, at: 1_000_000),
            ], in: &notices)
        #expect(reported == [true, false, true, true, false])
    }

    @Test func `the number of accounts is bounded, those whose window is over leave first`() {
        var notices = SoftNotices()
        let long = LedgerWindow.rolling(.seconds(1_000))
        let many = (1..<SoftNotices.maximumAccounts).map {
            Reached(account: "\($0)", window: .rolling(.seconds(10)), at: 0)
        }
        _ = reports([Reached(account: "long", window: long, at: 0)] + many, in: &notices)
        #expect(notices.count == SoftNotices.maximumAccounts)
        let reported = reports(
            [Reached(account: "new", window: .unlimited, at: 10), Reached(account: "long", window: long, at: 10)],
            in: &notices)
        #expect(reported == [true, false])
        #expect(notices.count == 2)
    }
}
