import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct MaximumTests {
    private let bob = LedgerLimit("bob", maximum: 100_000)

    @Test func `alice has 100,000, bob 50,000, and the chat feature 1,000,000`() {
        let books = TestBooks()
        let day = LedgerWindow.fixed(start: books.time.wallNow, end: books.time.wallNow + .seconds(86_400))
        let template = { (name: String) in LedgerLimit("user \(name)", maximum: 100_000, window: day) }
        let (alice, bob, chat) = (
            template("alice"), template("bob"), LedgerLimit("chat", maximum: 1_000_000, window: day)
        )
        #expect((try? books.book.setMaximum(50_000, ofAccount: "user bob").get()) != nil)
        #expect(books.status(of: alice).maximum == 100_000)
        #expect(books.status(of: bob).maximum == 50_000)
        #expect(books.status(of: chat).maximum == 1_000_000)
        #expect(books.spend(48_000, on: bob))
        #expect(books.status(of: bob).remaining == 2_000)
        guard case .success(.held(let after)) = books.reserve("500", holding: [bob.entry(500), chat.entry(500)]) else {
            Issue.record("500 do not pass")
            return
        }
        #expect(after.map(\.remaining) == [1_500, 999_500])
        #expect(!books.holds("too much", amount: 1_501, on: bob))
        #expect(books.holds("alice", amount: 100_000, on: alice))
    }

    @Test func `changing a maximum keeps what was spent and held`() {
        let books = TestBooks()
        #expect(books.spend(30_000, on: bob))
        #expect(books.holds("1", amount: 40_000, on: bob))
        for (maximum, remaining) in [(50_000, 0), (70_001, 1), (200_000, 130_000), (0, 0), (-5, 0)] {
            #expect((try? books.book.setMaximum(Int64(maximum), ofAccount: "bob").get()) != nil)
            let status = books.status(of: bob)
            #expect((status.spent, status.held) == (30_000, 40_000))
            #expect(status.remaining == Int64(remaining))
            #expect(books.holds("try \(maximum)", amount: 2, on: bob) == (remaining >= 2))
            books.settle("try \(maximum)")
        }
        #expect((try? books.book.setMaximum(nil, ofAccount: "bob").get()) != nil)
        #expect(books.status(of: bob) == LedgerStatus(maximum: 100_000, spent: 30_000, held: 40_000))
    }

    @Test func `a maximum counts in every window of its account, and for no other account`() {
        let books = TestBooks()
        let minute = LedgerLimit("bob", maximum: 10, window: .rolling(.seconds(60)))
        #expect(books.holds("1", amount: 7, on: minute))
        #expect((try? books.book.setMaximum(5, ofAccount: "bob").get()) != nil)
        #expect(books.status(of: bob).maximum == 5)
        #expect(books.status(of: minute).maximum == 5)
        #expect(!books.holds("2", amount: 1, on: minute))
        #expect(books.status(of: LedgerLimit("bobby", maximum: 10)).maximum == 10)
    }
}
