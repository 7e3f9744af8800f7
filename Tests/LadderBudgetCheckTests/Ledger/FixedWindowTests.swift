import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct FixedWindowTests {
    private static let origin = WallTime(secondsSince1970: 1_767_225_600)

    /// A limit of 100 for the hours from one up to another.
    private func limit(from start: Int64, to end: Int64) -> LedgerLimit {
        let hour = Duration.seconds(3_600)
        return LedgerLimit(
            "a", maximum: 100, window: .fixed(start: Self.origin + hour * start, end: Self.origin + hour * end))
    }

    @Test func `an account with a new window is empty`() {
        let books = TestBooks()
        #expect(books.spend(70, on: limit(from: 0, to: 24)))
        #expect(books.holds("1", amount: 30, on: limit(from: 0, to: 24)))
        #expect(books.status(of: limit(from: 0, to: 24)).resets == Self.origin + .seconds(86_400))
        books.advance(by: .seconds(86_400))
        let next = limit(from: 24, to: 48)
        #expect(books.status(of: next) == LedgerStatus(maximum: 100, resets: Self.origin + .seconds(172_800)))
        #expect(books.holds("2", amount: 100, on: next))
    }

    @Test func `a hold that is settled after its window charges nothing in the next one`() {
        let books = TestBooks()
        let (first, next) = (limit(from: 0, to: 24), limit(from: 24, to: 48))
        #expect(books.holds("old", amount: 30, on: first, expiresAfter: .seconds(100_000)))
        #expect(books.holds("expiring", amount: 30, on: first, expiresAfter: .seconds(88_000)))
        books.advance(by: .seconds(86_400))
        #expect(books.holds("new", amount: 60, on: next, expiresAfter: .seconds(100_000)))
        #expect(books.settle("old", charging: [first.entry(35)]) == .settled)
        #expect(books.status(of: next).held == 60)
        #expect(books.spent(on: next) == 0)
        books.advance(by: .seconds(4_000))
        #expect(books.settle("expiring", charging: [first.entry(30)]) == .settledLate)
        #expect(books.status(of: next).held == 60)
        #expect(books.spent(on: next) == 0)
        #expect(books.settle("new", charging: [next.entry(60)]) == .settled)
        #expect(books.spent(on: next) == 60)
    }

    @Test func `wall clock set back one hour does not empty a day twice`() {
        let books = TestBooks()
        let (first, next) = (limit(from: 0, to: 24), limit(from: 24, to: 48))
        #expect(books.spend(100, on: first))
        books.advance(by: .seconds(86_400 + 600))
        #expect(books.spend(80, on: next))
        books.time.wallNow = books.time.wallNow + .seconds(-3_600)
        #expect(
            books.status(of: first)
                == LedgerStatus(
                    maximum: 100, spent: 80, resets: Self.origin + .seconds(172_800)))
        #expect(!books.holds("1", amount: 30, on: first))
        #expect(books.spend(20, on: first))
        books.advance(by: .seconds(3_600))
        #expect(books.spent(on: next) == 100)
    }

    @Test func `a clock that was years ahead does not close an account for years`() {
        let books = TestBooks()
        let hours: Int64 = 24 * 365 * 50
        let right = books.time
        books.time.wallNow = books.time.wallNow + .seconds(hours * 3_600)
        #expect(books.spend(100, on: limit(from: hours, to: hours + 24)))
        books.time = right
        #expect(books.spend(100, on: limit(from: 0, to: 24)))
        #expect(!books.holds("1", amount: 1, on: limit(from: 0, to: 24)))
    }

    @Test func `days in place of hours count from the end of the hour`() {
        let books = TestBooks()
        #expect(books.spend(100, on: limit(from: 0, to: 1)))
        #expect(!books.holds("1", amount: 1, on: limit(from: 0, to: 24)))
        books.advance(by: .seconds(3_600))
        #expect(books.spend(100, on: limit(from: 0, to: 24)))
        #expect(!books.holds("2", amount: 1, on: limit(from: 0, to: 24)))
        #expect(books.spend(100, on: limit(from: 1, to: 2)), "hours again begin an empty window")
    }

    @Test func `a charge without a hold counts in a window that goes on, and in no later one`() {
        let books = TestBooks()
        let (first, next) = (limit(from: 0, to: 24), limit(from: 24, to: 48))
        #expect(books.settle("1", charging: [first.entry(10)]) == .settledLate)
        #expect(books.spent(on: first) == 10)
        books.advance(by: .seconds(86_400))
        #expect(books.settle("2", charging: [first.entry(10)]) == .settledLate)
        #expect(books.spent(on: next) == 0)
        #expect(books.settle("3", charging: [first.entry(10)]) == .settledLate)
        #expect(books.settle("4", charging: [next.entry(10)]) == .settledLate)
        #expect(books.spent(on: next) == 10)
    }
}
