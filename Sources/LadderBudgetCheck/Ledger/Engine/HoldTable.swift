import LadderCore

/// The holds that are open, and the ids that were settled last.
struct HoldTable {
    /// An amount held on one account.
    struct Part {
        /// The place of the account in the table.
        let slot: Int
        /// The number of the window to which the hold belongs.
        let windowNumber: UInt64
        let amount: Int64
    }

    /// What the ledger knows of an id.
    enum Record {
        case open(slot: Int)
        case settled
    }

    private struct Hold {
        let id: String
        let parts: [Part]
        let number: UInt64
    }

    private let rememberedSettlements: Int
    private var records: [String: Record] = [:]
    private var holds: [Hold?] = []
    private var freeSlots: [Int] = []
    private var expiries = ExpiryHeap()
    private var lastNumber: UInt64 = 0
    /// The ids that were settled last, a ring with the oldest at `oldestSettled` once it is full.
    private var settled: [String] = []
    private var oldestSettled = 0

    init(rememberedSettlements: Int) {
        self.rememberedSettlements = rememberedSettlements
    }

    var openCount: Int { holds.count - freeSlots.count }
    var settledCount: Int { settled.count }
    /// The number of places and expiries in memory, which follows the number of open holds.
    var slotCount: Int { holds.count }
    var expiryCount: Int { expiries.count }

    subscript(id: String) -> Record? { records[id] }

    /// Returns what an open hold holds.
    func parts(of slot: Int) -> [Part] { holds[slot]?.parts ?? [] }

    // MARK: Changes

    mutating func open(_ id: String, parts: [Part], expiry: Instant) {
        lastNumber += 1
        let hold = Hold(id: id, parts: parts, number: lastNumber)
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
            holds[slot] = hold
        } else {
            slot = holds.count
            holds.append(hold)
        }
        records[id] = .open(slot: slot)
        // Entries of holds that were settled stay behind; clear them before they are the greater part.
        if expiries.count > 64 + 2 * openCount { expiries.removeAll { holds[$0.slot]?.number != $0.number } }
        expiries.add(ExpiryHeap.Entry(expiry: expiry, slot: slot, number: lastNumber))
    }

    /// Removes a hold that is settled, and remembers its id.
    mutating func settle(_ id: String, slot: Int) {
        _ = take(slot)
        remember(id)
    }

    /// Remembers an id as settled.
    mutating func remember(_ id: String) {
        records[id] = .settled
        if settled.count < rememberedSettlements {
            settled.append(id)
        } else {
            records.removeValue(forKey: settled[oldestSettled])
            settled[oldestSettled] = id
            oldestSettled = oldestSettled + 1 == settled.count ? 0 : oldestSettled + 1
        }
    }

    /// Removes a hold that has expired and returns what it held; nil when there is none.
    mutating func takeExpired(at now: Instant) -> [Part]? {
        while let first = expiries.first, first.expiry <= now {
            expiries.removeFirst()
            guard holds[first.slot]?.number == first.number, let hold = take(first.slot) else { continue }
            records.removeValue(forKey: hold.id)
            return hold.parts
        }
        return nil
    }

    private mutating func take(_ slot: Int) -> Hold? {
        guard let hold = holds[slot] else { return nil }
        holds[slot] = nil
        freeSlots.append(slot)
        return hold
    }
}
