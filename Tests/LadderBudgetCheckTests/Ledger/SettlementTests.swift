import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct SettlementTests {
    private let alice = LedgerLimit("alice", maximum: 100)
    private let chat = LedgerLimit("chat", maximum: 50)

    @Test func `settling twice charges once`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice))
        #expect(books.settle("1", charging: [alice.entry(40)]) == .settled)
        #expect(books.settle("1", charging: [alice.entry(40)]) == .repeated)
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 40))
    }

    @Test func `a settlement without entries only ends the hold`() {
        let books = TestBooks()
        _ = books.reserve("1", holding: [alice.entry(60), chat.entry(10)])
        #expect(books.settle("1") == .settled)
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100))
        #expect(books.status(of: chat) == LedgerStatus(maximum: 50))
        #expect(books.statistics.openHolds == 0)
    }

    @Test func `an account that is missing in the settlement is released`() {
        let books = TestBooks()
        _ = books.reserve("1", holding: [alice.entry(60), chat.entry(10)])
        #expect(books.settle("1", charging: [chat.entry(10)]) == .settled)
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100))
        #expect(books.status(of: chat) == LedgerStatus(maximum: 50, spent: 10))
    }

    @Test func `an account that is missing in the reservation is charged all the same`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice))
        #expect(books.settle("1", charging: [chat.entry(70), alice.entry(5)]) == .settled)
        #expect(books.status(of: chat) == LedgerStatus(maximum: 50, spent: 70))
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 5))
    }

    @Test func `more than was held is charged in full, and the account is over by that difference alone`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice))
        #expect(books.holds("2", amount: 40, on: alice))
        #expect(books.settle("1", charging: [alice.entry(75)]) == .settled)
        #expect(books.settle("2", charging: [alice.entry(40)]) == .settled)
        #expect(books.status(of: alice).overspent == 15)
        #expect(books.statistics.settlementsAboveHold == 1)
        #expect(!books.holds("3", amount: 1, on: alice))
    }

    @Test func `a settlement after the hold has expired is charged in full`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(10)))
        books.advance(by: .seconds(11))
        #expect(books.settle("1", charging: [alice.entry(55)]) == .settledLate)
        #expect(books.settle("1", charging: [alice.entry(55)]) == .repeated)
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 55))
        #expect(books.settle("never reserved", charging: [alice.entry(55)]) == .settledLate)
        #expect(books.reserve("never reserved", holding: [alice.entry(1)]) == .success(.alreadySettled))
        #expect(books.status(of: alice).overspent == 10)
        #expect(books.statistics.lateSettlements == 2)
    }

    @Test func `settled holds do not expire`() {
        let books = TestBooks()
        #expect(books.holds("1", amount: 60, on: alice, expiresAfter: .seconds(10)))
        books.settle("1", charging: [alice.entry(60)])
        #expect(books.holds("2", amount: 40, on: alice, expiresAfter: .seconds(100)))
        books.advance(by: .seconds(50))
        #expect(books.status(of: alice) == LedgerStatus(maximum: 100, spent: 60, held: 40))
        #expect(books.statistics.expiredHolds == 0)
    }

    @Test func `a limit without a maximum can be charged without end`() {
        let books = TestBooks()
        let endless = LedgerLimit("endless", maximum: .max, window: .rolling(.seconds(60)))
        for id in 0..<1_000 {
            #expect(books.holds("\(id)", amount: 5_000, on: endless))
            books.settle("\(id)", charging: [endless.entry(4_000)])
            books.advance(by: .milliseconds(10))
        }
        #expect(
            books.status(of: endless)
                == LedgerStatus(
                    maximum: .max, spent: 4_000_000, resets: books.status(of: endless).resets))
    }
}
