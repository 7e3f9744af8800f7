import LadderCore
import LadderTesting
import Testing

@testable import LadderBudgetCheck

@Suite struct RollingWindowTests {
    private static let lengths: [Duration] = [
        .seconds(1), .milliseconds(1_001), .seconds(7), .seconds(60), .seconds(3_600), .seconds(86_400 * 31),
    ]

    @Test(arguments: lengths)
    func `an amount leaves between one length and a sixtieth more`(length: Duration) {
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(length))
        for step in 0..<50 {
            let books = TestBooks()
            books.advance(by: length * step / 37)
            #expect(books.spend(100, on: limit))
            books.advance(by: length)
            #expect(books.spent(on: limit) == 100)
            books.advance(by: .nanoseconds(length.clampedNanoseconds / 60 + 1))
            #expect(books.spent(on: limit) == 0)
            #expect(books.holds("next", amount: 100, on: limit))
        }
    }

    @Test(arguments: 1...20)
    func `spent and held never pass the maximum over any span of the window's length`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let length = Duration.milliseconds(1_000 + Int64(random.next() % 5_000))
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(length))
        let books = TestBooks()
        var charges: [(time: Instant, amount: Int64)] = []
        for id in 0..<2_000 {
            books.advance(by: .nanoseconds(Int64(random.next() % UInt64(length.clampedNanoseconds / 15))))
            let amount = Int64(random.next() % 20)
            guard books.holds("\(id)", amount: amount, on: limit) else {
                // What is refused does not fit into the longest span that may count.
                let oldest = books.time.now - .nanoseconds(length.clampedNanoseconds / 60 * 61 + 61)
                #expect(charges.filter { $0.time > oldest }.map(\.amount).reduce(amount, +) > 100)
                continue
            }
            books.settle("\(id)", charging: [limit.entry(amount)])
            charges.append((books.time.now, amount))
            let span = charges.filter { $0.time >= books.time.now - length }
            #expect(span.map(\.amount).reduce(0, +) <= 100)
        }
    }

    @Test func `wall clock set back one hour changes nothing in a rolling window`() {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(60)))
        #expect(books.spend(60, on: limit))
        books.time.wallNow = books.time.wallNow + .seconds(-3_600)
        #expect(books.spent(on: limit) == 60)
        books.advance(by: .seconds(62))
        #expect(books.spent(on: limit) == 0)
        books.time.wallNow = books.time.wallNow + .seconds(86_400)
        #expect(books.spend(60, on: limit))
        #expect(books.spent(on: limit) == 60)
    }

    @Test func `a hold is charged at the time of its settlement`() {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(10)))
        #expect(books.holds("1", amount: 60, on: limit))
        books.advance(by: .seconds(30))
        #expect(books.status(of: limit).held == 60)
        books.settle("1", charging: [limit.entry(60)])
        books.advance(by: .seconds(10))
        #expect(books.spent(on: limit) == 60)
    }

    @Test func `it resets when the oldest amount leaves, or when the refused amount fits`() throws {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(60)))
        #expect(books.status(of: limit).resets == nil)
        #expect(books.spend(50, on: limit))
        let first = try #require(books.status(of: limit).resets) - books.time.wallNow
        #expect(first > .seconds(60) && first <= .seconds(61))
        books.advance(by: .seconds(20))
        #expect(books.spend(30, on: limit))
        for (amount, wait): (Int64, Int64) in [(21, 40), (70, 40), (71, 60), (100, 60)] {
            guard case .success(.refused(_, let status)) = books.reserve("\(amount)", holding: [limit.entry(amount)])
            else {
                Issue.record("\(amount) fits")
                continue
            }
            let resets = try #require(status.resets) - books.time.wallNow
            #expect(resets > .seconds(wait) && resets <= .seconds(wait + 1), "\(amount)")
            #expect(books.later(by: resets).holds("later", amount: amount, on: limit))
        }
        guard case .success(.refused(_, let never)) = books.reserve("never", holding: [limit.entry(101)]) else {
            Issue.record("101 of 100 fits")
            return
        }
        #expect(never.resets == nil)
    }

    @Test func `an amount that only holds keep out may fit one length later`() {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(60)))
        #expect(books.holds("1", amount: 100, on: limit))
        #expect(books.status(of: limit).resets == books.time.wallNow + .seconds(60))
    }

    @Test func `another length is another account, and kinds do not mix`() {
        let books = TestBooks()
        let minute = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(60)))
        let hour = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(3_600)))
        #expect(books.spend(100, on: minute))
        #expect(books.spend(100, on: hour))
        #expect(books.spend(100, on: LedgerLimit("a", maximum: 100)))
        #expect(!books.holds("1", amount: 1, on: minute))
        #expect(!books.holds("1", amount: 1, on: hour))
    }

    @Test func `a window shorter than a second counts as one of a second`() {
        for length in [Duration.zero, .seconds(-4), .milliseconds(999), .nanoseconds(1)] {
            let books = TestBooks()
            let limit = LedgerLimit("a", maximum: 100, window: .rolling(length))
            #expect(books.spend(100, on: limit))
            books.advance(by: .seconds(1))
            #expect(books.spent(on: limit) == 100)
            books.advance(by: .milliseconds(20))
            #expect(books.spent(on: limit) == 0)
        }
    }

    @Test func `the longest window and the latest instants do not trap`() {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(Int64.max)))
        for instant in [Instant.origin - .seconds(10), .origin, .distantFuture - .seconds(1)] {
            books.time.now = instant
            #expect(books.spend(1, on: limit))
            #expect(books.spend(1, on: LedgerLimit("b", maximum: 100, window: .rolling(.seconds(1)))))
        }
        #expect(books.spent(on: limit) == 3)
    }

    @Test func `a clock that is read before another caller's does not lose an amount`() {
        let books = TestBooks()
        let limit = LedgerLimit("a", maximum: 100, window: .rolling(.seconds(6)))
        books.advance(by: .seconds(30))
        #expect(books.spend(40, on: limit))
        books.advance(by: .seconds(-5))
        #expect(books.spend(60, on: limit))
        #expect(!books.holds("1", amount: 1, on: limit))
        books.advance(by: .seconds(11))
        #expect(books.spent(on: limit) == 100)
    }
}
