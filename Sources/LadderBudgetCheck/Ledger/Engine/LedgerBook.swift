import LadderCore

/// The books of ``InMemoryLedger``: a pure data structure without a lock or a clock.
struct LedgerBook {
    typealias Entry = LedgerReservation.Entry

    /// The shortest time for which a hold counts. One that expired at once would not protect its amount.
    private static let shortestHold = Duration.milliseconds(1)

    private let maximumHolds: Int
    private var accounts: AccountTable
    private var holds: HoldTable
    private var counts = LedgerStatistics()

    init(maximumAccounts: Int, maximumHolds: Int, rememberedSettlements: Int) {
        self.maximumHolds = maximumHolds
        accounts = AccountTable(capacity: maximumAccounts)
        holds = HoldTable(rememberedSettlements: rememberedSettlements)
    }

    // MARK: Reservations

    mutating func reserve(_ reservation: LedgerReservation, at time: LedgerTime) -> Result<LedgerDecision, StoreError> {
        takeBackExpiredHolds(at: time)
        switch holds[reservation.id] {
        case .settled: return .success(.alreadySettled)
        case .open: return .success(.held(status(of: reservation.entries.map(\.limit), at: time)))
        case nil: break
        }
        guard holds.openCount < maximumHolds else { return full("\(maximumHolds) holds are open") }
        guard accounts.makeRoom(for: reservation.entries, at: time) else { return full("every account is in use") }

        var parts: [HoldTable.Part] = []
        parts.reserveCapacity(reservation.entries.count)
        for (index, entry) in reservation.entries.enumerated() {
            let slot = accounts.slot(for: entry.limit, at: time)
            let amount = max(0, entry.amount)
            guard accounts[slot].hold(amount, limit: entry.limit) else {
                release(parts)
                let status = accounts[slot].status(of: entry.limit, roomFor: amount, at: time)
                return .success(.refused(index: index, status))
            }
            parts.append(HoldTable.Part(slot: slot, windowNumber: accounts[slot].windowNumber, amount: amount))
        }
        let expiry = time.now + max(Self.shortestHold, reservation.expiresAfter)
        holds.open(reservation.id, parts: parts, expiry: expiry)
        return .success(
            .held(
                reservation.entries.indices.map {
                    accounts[parts[$0].slot].status(of: reservation.entries[$0].limit, at: time)
                }))
    }

    private mutating func takeBackExpiredHolds(at time: LedgerTime) {
        while let parts = holds.takeExpired(at: time.now) {
            release(parts)
            counts.expiredHolds += 1
        }
    }

    private mutating func release(_ parts: [HoldTable.Part]) {
        for part in parts where accounts[part.slot].windowNumber == part.windowNumber {
            accounts[part.slot].release(part.amount)
        }
    }

    private mutating func full<Value>(_ reason: String) -> Result<Value, StoreError> {
        counts.refusedForSpace += 1
        return .failure(StoreError(.full, message: reason))
    }

    // MARK: Settlements

    mutating func settle(
        _ settlement: LedgerSettlement, at time: LedgerTime
    ) -> Result<LedgerSettlementResult, StoreError> {
        takeBackExpiredHolds(at: time)
        switch holds[settlement.id] {
        case .settled:
            return .success(.repeated)
        case .open(let slot):
            let parts = holds.parts(of: slot)
            guard settle(settlement.entries, against: parts, at: time) else { return full("every account is in use") }
            release(parts)
            holds.settle(settlement.id, slot: slot)
            return .success(.settled)
        case nil:
            guard settle(settlement.entries, against: [], at: time) else { return full("every account is in use") }
            holds.remember(settlement.id)
            counts.lateSettlements += 1
            return .success(.settledLate)
        }
    }

    /// Charges the entries. Returns false, and charges nothing, where an account would have to be created for one of
    /// them and there is no room.
    private mutating func settle(_ entries: [Entry], against parts: [HoldTable.Part], at time: LedgerTime) -> Bool {
        let isMatched = entries.count <= parts.count && zip(entries, parts).allSatisfy { isHeld($0, by: $1) }
        if !isMatched {
            let unmatched = entries.filter { entry in
                !accounts.isOver(entry.limit.window, at: time) && !parts.contains { isHeld(entry, by: $0) }
            }
            guard accounts.makeRoom(for: unmatched, at: time) else { return false }
        }
        var isAboveHold = false
        for (index, entry) in entries.enumerated() {
            let amount = max(0, entry.amount)
            let part = isMatched ? parts[index] : parts.first { isHeld(entry, by: $0) }
            if let part {
                // What was held in a window that is over is charged to that window, of which nothing is left.
                guard accounts[part.slot].windowNumber == part.windowNumber else { continue }
                accounts[part.slot].charge(amount, at: time.now)
                if amount > part.amount { isAboveHold = true }
            } else if let slot = accounts.slotForLateCharge(on: entry.limit, at: time) {
                accounts[slot].charge(amount, at: time.now)
            }
        }
        if isAboveHold { counts.settlementsAboveHold += 1 }
        return true
    }

    private func isHeld(_ entry: Entry, by part: HoldTable.Part) -> Bool {
        accounts[part.slot].key.isKey(of: entry.limit)
    }

    // MARK: Status

    mutating func status(of limits: [LedgerLimit], at time: LedgerTime) -> [LedgerStatus] {
        takeBackExpiredHolds(at: time)
        return limits.map { accounts.status(of: $0, at: time) }
    }

    mutating func setMaximum(_ maximum: Int64?, ofAccount account: String) -> Result<Void, StoreError> {
        accounts.setMaximum(maximum, ofAccount: account) ? .success(()) : full("every maximum that can be set is set")
    }

    mutating func statistics(at time: LedgerTime) -> LedgerStatistics {
        takeBackExpiredHolds(at: time)
        var statistics = counts
        (statistics.accounts, statistics.openHolds) = (accounts.count, holds.openCount)
        (statistics.rememberedSettlements, statistics.forgottenAccounts) = (holds.settledCount, accounts.forgotten)
        return statistics
    }
}
