import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct BoundedLedgerTests {
    private func user(_ number: Int, in window: LedgerWindow = .rolling(.seconds(60))) -> LedgerLimit {
        LedgerLimit("user \(number)", maximum: 100, window: window)
    }

    private func isFull(_ result: Result<LedgerDecision, StoreError>) -> Bool {
        if case .failure(let error) = result { return error.kind == .full && !error.mayHaveHappened }
        return false
    }

    @Test func `a full table refuses another account, and keeps what was spent`() {
        let books = TestBooks(maximumAccounts: 10)
        for number in 0..<10 { #expect(books.spend(100, on: user(number))) }
        #expect(isFull(books.reserve("11", holding: [user(10).entry(1)])))
        #expect(isFull(books.reserve("11", holding: [user(0).entry(0), user(10).entry(1)])))
        for number in 0..<10 { #expect(!books.holds("again", amount: 1, on: user(number))) }
        #expect(books.holds("zero", amount: 0, on: user(3)))
        #expect(books.statistics.accounts == 10)
        #expect(books.statistics.refusedForSpace == 2)
        #expect(books.status(of: user(10)) == LedgerStatus(maximum: 100))
    }

    @Test func `accounts whose window is over make room`() {
        let day = LedgerWindow.fixed(
            start: WallTime(secondsSince1970: 1_767_225_600), end: WallTime(secondsSince1970: 1_767_312_000))
        for window in [LedgerWindow.rolling(.seconds(86_400)), day] {
            let books = TestBooks(maximumAccounts: 10)
            for number in 0..<10 { #expect(books.spend(100, on: user(number, in: window))) }
            books.advance(by: .seconds(90_000))
            #expect(books.spend(1, on: user(10)))
            #expect(books.statistics.accounts == 1)
            #expect(books.statistics.forgottenAccounts == 10)
        }
    }

    @Test func `an account with an open hold is kept, and its charge is not lost`() {
        let books = TestBooks(maximumAccounts: 2)
        #expect(books.holds("1", amount: 0, on: user(1)))
        #expect(books.holds("2", amount: 0, on: user(2)))
        books.settle("2")
        #expect(books.holds("3", amount: 5, on: user(3)))
        #expect(books.settle("1", charging: [user(1).entry(80)]) == .settled)
        #expect(books.spent(on: user(1)) == 80)
        #expect(books.status(of: user(3)).held == 5)
    }

    @Test func `a hold of a forgotten account does not change the account in its place`() {
        let books = TestBooks(maximumAccounts: 1)
        let hour = LedgerWindow.fixed(
            start: WallTime(secondsSince1970: 1_767_225_600), end: WallTime(secondsSince1970: 1_767_229_200))
        #expect(books.holds("old", amount: 70, on: user(1, in: hour), expiresAfter: .seconds(90_000)))
        books.advance(by: .seconds(3_600))
        #expect(books.holds("new", amount: 60, on: user(2)))
        #expect(books.settle("old", charging: [user(1, in: hour).entry(50)]) == .settled)
        #expect(books.status(of: user(2)).held == 60)
        #expect(books.spent(on: user(2)) == 0)
    }

    @Test func `a full table is searched once a second`() {
        let books = TestBooks(maximumAccounts: 1)
        #expect(books.holds("1", amount: 1, on: user(1)))
        #expect(isFull(books.reserve("2", holding: [user(2).entry(1)])))
        books.settle("1")
        #expect(isFull(books.reserve("2", holding: [user(2).entry(1)])))
        books.advance(by: .seconds(1))
        #expect(books.holds("2", amount: 1, on: user(2)))
    }

    @Test func `a late charge that finds no room can be repeated`() {
        let books = TestBooks(maximumAccounts: 1)
        #expect(books.holds("1", amount: 1, on: user(1), expiresAfter: .seconds(5)))
        #expect(books.settle("2", charging: [user(2).entry(50)]) == nil)
        books.advance(by: .seconds(10))
        #expect(books.settle("2", charging: [user(2).entry(50)]) == .settledLate)
        #expect(books.spent(on: user(2)) == 50)
    }

    @Test func `holds are bounded, and settled ones make room`() {
        let books = TestBooks(maximumHolds: 3)
        for id in 1...3 { #expect(books.holds("\(id)", amount: 1, on: user(1), expiresAfter: .seconds(10))) }
        #expect(isFull(books.reserve("4", holding: [user(1).entry(1)])))
        books.settle("2")
        #expect(books.holds("4", amount: 1, on: user(1)))
        books.advance(by: .seconds(10))
        #expect(books.statistics.openHolds == 1)
        #expect(books.holds("5", amount: 1, on: user(1)))
    }

    @Test func `the ids settled last are remembered`() {
        let books = TestBooks(rememberedSettlements: 3)
        for id in 1...5 {
            #expect(books.holds("\(id)", amount: 10, on: user(1)))
            #expect(books.settle("\(id)", charging: [user(1).entry(1)]) == .settled)
        }
        #expect(books.statistics.rememberedSettlements == 3)
        for id in 3...5 { #expect(books.settle("\(id)", charging: [user(1).entry(1)]) == .repeated) }
        #expect(books.settle("1", charging: [user(1).entry(1)]) == .settledLate)
        #expect(books.settle("4", charging: [user(1).entry(1)]) == .repeated)
        #expect(books.settle("3", charging: [user(1).entry(1)]) == .settledLate)
    }

    @Test func `maxima that were set are bounded`() {
        let books = TestBooks(maximumAccounts: 2)
        func isSet(_ maximum: Int64?, _ account: String) -> Bool {
            (try? books.book.setMaximum(maximum, ofAccount: account).get()) != nil
        }
        #expect(isSet(1, "a") && isSet(1, "b") && isSet(2, "b"))
        #expect(!isSet(1, "c"))
        #expect(isSet(nil, "d"))
        #expect(isSet(nil, "a") && isSet(1, "c"))
    }

    @Test func `expiries of settled holds do not pile up`() {
        var table = HoldTable(rememberedSettlements: 10)
        for id in 0..<10_000 {
            table.open("\(id)", parts: [], expiry: .origin + .seconds(id % 7 * 1_000))
            if case .open(let slot) = table["\(id)"] { table.settle("\(id)", slot: slot) }
        }
        #expect(table.openCount == 0)
        #expect(table.expiryCount <= 70)
        #expect(table.slotCount == 1)
    }

    @Test func `ten requests a second for seven days stay within the bounds`() {
        let books = TestBooks(maximumAccounts: 500, maximumHolds: 50, rememberedSettlements: 100)
        var refused = 0
        for second in 0..<(7 * 86_400 / 60) {
            for request in 0..<10 {
                let limit = user((second * 7 + request) % 5_000, in: .rolling(.seconds(3_600)))
                let id = "\(second) \(request)"
                let isHeld = books.holds(id, amount: 1, on: limit, expiresAfter: .seconds(120))
                if !isHeld { refused += 1 }
                if isHeld, request % 3 > 0 { books.settle(id, charging: [limit.entry(1)]) }
            }
            books.advance(by: .seconds(60))
        }
        let statistics = books.statistics
        #expect(statistics.accounts <= 500 && statistics.openHolds <= 50 && statistics.rememberedSettlements <= 100)
        #expect(statistics.refusedForSpace == refused)
    }
}
