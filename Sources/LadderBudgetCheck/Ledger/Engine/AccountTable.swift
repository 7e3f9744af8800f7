import LadderCore

/// The accounts of a ledger, bounded in number.
struct AccountTable {
    /// The shortest time between two searches for accounts that can be forgotten.
    private static let pauseBetweenSearches = Duration.seconds(1)

    private let capacity: Int
    /// The accounts by place. A free place keeps the account that was forgotten until it is used again.
    private var accounts: [BookedAccount] = []
    private var slots: [LedgerAccountKey: Int] = [:]
    private var freeSlots: [Int] = []
    private var lastWindowNumber: UInt64 = 0
    private var nextSearch: Instant?
    private var overrides: [String: Int64] = [:]
    private var overrideChange: UInt64 = 0
    /// The number of accounts that were forgotten because they had nothing to remember.
    private(set) var forgotten = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { slots.count }

    // MARK: Room

    /// Makes room for all accounts of `entries` that do not exist yet. Returns false where there is not enough.
    mutating func makeRoom(for entries: [LedgerReservation.Entry], at time: LedgerTime) -> Bool {
        if count + entries.count <= capacity { return true }
        if nextSearch.map({ time.now >= $0 }) ?? true {
            nextSearch = time.now + Self.pauseBetweenSearches
            forgetIdleAccounts(at: time)
        }
        let new = Set(entries.map { LedgerAccountKey($0.limit) }.filter { slots[$0] == nil })
        return count + new.count <= capacity
    }

    private mutating func forgetIdleAccounts(at time: LedgerTime) {
        for slot in accounts.indices where slots[accounts[slot].key] == slot && accounts[slot].isIdle(at: time) {
            slots.removeValue(forKey: accounts[slot].key)
            freeSlots.append(slot)
            forgotten += 1
        }
    }

    // MARK: Accounts

    /// Returns the place of a limit's account, which is created where needed and moved on to the present window.
    mutating func slot(for limit: LedgerLimit, at time: LedgerTime) -> Int {
        let key = LedgerAccountKey(limit)
        let slot = slots[key] ?? create(key, window: limit.window)
        accounts[slot].advance(to: limit.window, at: time, nextNumber: &lastWindowNumber)
        updateMaximum(of: slot)
        return slot
    }

    /// Returns the place of the account for a charge without a hold; nil when the window of the limit is over.
    mutating func slotForLateCharge(on limit: LedgerLimit, at time: LedgerTime) -> Int? {
        guard isOver(limit.window, at: time), case .fixed(let start, let end) = limit.window else {
            return slot(for: limit, at: time)
        }
        let existing = slots[LedgerAccountKey(limit)]
        return existing.flatMap { accounts[$0].isCounting(in: LedgerPeriod(start: start, end: end)) ? $0 : nil }
    }

    /// Returns whether a window is over, so that a charge in it needs no account.
    func isOver(_ window: LedgerWindow, at time: LedgerTime) -> Bool {
        if case .fixed(_, let end) = window { end <= time.wallNow } else { false }
    }

    /// The account at a place. The place may have been given to another account since, so compare the window's number.
    subscript(slot: Int) -> BookedAccount {
        get { accounts[slot] }
        _modify { yield &accounts[slot] }
    }

    /// Returns the state of a limit's account, without creating it.
    mutating func status(of limit: LedgerLimit, at time: LedgerTime) -> LedgerStatus {
        if slots[LedgerAccountKey(limit)] != nil {
            return accounts[slot(for: limit, at: time)].status(of: limit, at: time)
        }
        var unused = BookedAccount(key: LedgerAccountKey(limit), window: limit.window, windowNumber: 0)
        unused.maximumOverride = overrides[limit.account]
        return unused.status(of: limit, at: time)
    }

    private mutating func create(_ key: LedgerAccountKey, window: LedgerWindow) -> Int {
        lastWindowNumber += 1
        let account = BookedAccount(key: key, window: window, windowNumber: lastWindowNumber)
        let slot = freeSlots.popLast() ?? accounts.count
        if slot == accounts.count { accounts.append(account) } else { accounts[slot] = account }
        slots[key] = slot
        return slot
    }

    // MARK: Maxima

    /// Sets or removes the maximum of an account; each account takes it over when it is used next. Returns false where
    /// there is no room for another maximum.
    mutating func setMaximum(_ maximum: Int64?, ofAccount name: String) -> Bool {
        if maximum != nil, overrides[name] == nil, overrides.count >= capacity { return false }
        overrides[name] = maximum
        overrideChange += 1
        return true
    }

    private mutating func updateMaximum(of slot: Int) {
        guard accounts[slot].overrideChange != overrideChange else { return }
        accounts[slot].maximumOverride = overrides[accounts[slot].key.name]
        accounts[slot].overrideChange = overrideChange
    }
}
