import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct ReservationTests {
    private let alice = LedgerLimit("alice", maximum: 100)
    private let chat = LedgerLimit("chat", maximum: 50)

    @Test func `a reservation holds every amount or none`() {
        let books = TestBooks()
        let both = [alice.entry(60), chat.entry(60)]
        let refused = LedgerStatus(maximum: 50)
        #expect(books.reserve("1", holding: both) == .success(.refused(index: 1, refused)))
        #expect(books.status(of: alice).held == 0)
        let held = [LedgerStatus(maximum: 100, held: 40), LedgerStatus(maximum: 50, held: 50)]
        #expect(books.reserve("1", holding: [alice.entry(40), chat.entry(50)]) == .success(.held(held)))
        #expect(books.reserve("2", holding: [alice.entry(61)]) == .success(.refused(index: 0, held[0])))
        #expect(
            books.reserve("2", holding: [alice.entry(60)]) == .success(.held([LedgerStatus(maximum: 100, held: 100)])))
    }

    @Test func `amounts on the same account add up`() {
        let books = TestBooks()
        let empty = LedgerStatus(maximum: 100)
        #expect(books.reserve("1", holding: [alice.entry(60), alice.entry(60)]) == .success(.refused(index: 1, empty)))
        #expect(books.status(of: alice) == empty)
        let held = LedgerStatus(maximum: 100, held: 100)
        #expect(books.reserve("1", holding: [alice.entry(60), alice.entry(40)]) == .success(.held([held, held])))
        #expect(books.settle("1", charging: [alice.entry(10), alice.entry(20)]) == .settled)
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 30))
    }

    @Test func `a reservation without entries is held, and settles what it used`() {
        let books = TestBooks()
        #expect(books.reserve("1", holding: []) == .success(.held([])))
        #expect(books.settle("1", charging: [alice.entry(5)]) == .settled)
        #expect(books.settle("1") == .repeated)
        #expect(books.spent(on: alice) == 5)
    }

    @Test func `a hundred accounts are held together, and the last decides as well`() {
        let books = TestBooks()
        var entries = (0..<100).map { LedgerLimit("account \($0)", maximum: 10).entry(10) }
        #expect((try? books.reserve("1", holding: entries).get()) != nil)
        #expect(books.settle("1", charging: entries.reversed()) == .settled)
        #expect(entries.allSatisfy { books.status(of: $0.limit) == LedgerStatus(maximum: 10, spent: 10) })
        entries = entries.map { LedgerLimit($0.limit.account, maximum: 20).entry(10) }
        entries[99].amount = 11
        guard case .success(.refused(index: 99, _)) = books.reserve("2", holding: entries) else {
            Issue.record("the last account was not looked at")
            return
        }
        #expect(entries.allSatisfy { books.status(of: $0.limit).held == 0 })
    }

    @Test func `negative amounts and maxima count as zero`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: -50, on: alice))
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100))
        #expect(books.settle("1", charging: [alice.entry(-20)]) == .settled)
        #expect(books.spent(on: alice) == 0)
        #expect(books.status(of: LedgerLimit("bob", maximum: -1)).maximum == 0)
        #expect(!books.holds("2", amount: 1, on: LedgerLimit("bob", maximum: -1)))
    }

    @Test func `an account whose maximum is zero holds amounts of zero only`() {
        let books = TestBooks()
        let nothing = LedgerLimit("nothing", maximum: 0)
        #expect(books.holds("1", amount: 0, on: nothing))
        #expect(!books.holds("2", amount: 1, on: nothing))
    }

    @Test func `absurd amounts neither trap nor pass`() {
        let books = TestBooks()
        let endless = LedgerLimit("endless", maximum: .max)
        #expect(books.holds("1", amount: .max, on: endless))
        #expect(!books.holds("2", amount: 1, on: endless))
        #expect(!books.holds("2", amount: .max, on: endless))
        #expect(books.settle("1", charging: [endless.entry(.max)]) == .settled)
        #expect(books.settle("late", charging: [endless.entry(.max)]) == .settledLate)
        #expect(books.status(of: endless) == LedgerStatus(maximum: .max, spent: .max))
        let rolling = LedgerLimit("rolling", maximum: 5, window: .rolling(.seconds(1)))
        for id in 0..<3 { books.settle("\(id) late", charging: [rolling.entry(.max)]) }
        #expect(books.status(of: rolling).overspent == .max - 5)
        books.advance(by: .seconds(2))
        #expect(books.spent(on: rolling) == 0)
    }

    @Test func `a reservation that is repeated has no second effect`() {
        let books = TestBooks()
        let decision = books.reserve("1", holding: [alice.entry(60)])
        #expect(books.reserve("1", holding: [alice.entry(60)]) == decision)
        #expect(books.status(of: alice).held == 60)
        books.settle("1", charging: [alice.entry(10)])
        #expect(books.reserve("1", holding: [alice.entry(60)]) == .success(.alreadySettled))
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 10))
    }

    @Test func `a hold that is not settled expires, and counts in no status after that`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(10)))
        #expect(books.holds("2", amount: 10, on: alice, expiresAfter: .seconds(30)))
        #expect(books.holds("3", amount: 1, on: alice, expiresAfter: .seconds(1)))
        books.advance(by: .seconds(10) - .nanoseconds(1))
        #expect(books.status(of: alice).held == 70)
        books.advance(by: .nanoseconds(1))
        #expect(books.status(of: alice).held == 10)
        #expect(books.holds("4", amount: 90, on: alice))
        #expect(books.statistics.expiredHolds == 2)
    }

    @Test func `a hold that expires at once counts for a millisecond`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(-5)))
        #expect(!books.holds("2", amount: 60, on: alice))
        books.advance(by: .milliseconds(1))
        #expect(books.holds("2", amount: 60, on: alice, expiresAfter: .seconds(Int64.max)))
        books.advance(by: .seconds(86_400 * 365))
        #expect(books.status(of: alice).held == 60)
    }

    @Test func `an expired id can be reserved again`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(10)))
        books.advance(by: .seconds(5))
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(10)))
        books.advance(by: .seconds(5))
        #expect(books.holds("1", amount: 70, on: alice, expiresAfter: .seconds(10)))
        books.advance(by: .seconds(9))
        #expect(books.status(of: alice).held == 70)
    }
}
