import Ladder

/// A reservation and its settlement. The ids and accounts exist before, as they do in a call.
final class LedgerOperation: Operation {
    private let ledger = InMemoryLedger()
    private let context = StoreContext(runtime: .live)
    private let pairs: [(LedgerReservation, LedgerSettlement)]
    private let next = Locked(0)

    init(_ windows: [LedgerWindow]) {
        let limits = windows.enumerated().map { index, window in
            LedgerLimit(account: "tenant acme, user \(index), tokens", maximum: .max, window: window)
        }
        // More ids than the ledger remembers, so that none is repeated.
        pairs = (0..<16_384).map { number in
            let id = "0f8fad5b-d9cb-469f-a165-7086772\(10_000 + number)"
            let held = limits.map { LedgerReservation.Entry(limit: $0, amount: 500) }
            let used = limits.map { LedgerReservation.Entry(limit: $0, amount: 480) }
            return (
                LedgerReservation(id: id, entries: held, expiresAfter: .seconds(600)),
                LedgerSettlement(id: id, entries: used)
            )
        }
    }

    @inline(__always)
    func run() async throws {
        let index = next.withLock { next in
            next = next == pairs.count - 1 ? 0 : next + 1
            return next
        }
        _ = try await ledger.reserve(pairs[index].0, in: context)
        try await ledger.settle(pairs[index].1, in: context)
    }
}
