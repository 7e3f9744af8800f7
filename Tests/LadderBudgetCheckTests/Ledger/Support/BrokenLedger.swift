import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

/// A ledger that breaks one rule, with the rule as which the check must find it.
struct BrokenLedger: CustomTestStringConvertible, Sendable {
    let what: String
    let rule: ConformanceRule
    let make: @Sendable () -> any BudgetLedger

    var testDescription: String { what }

    init(_ what: String, breaks rule: ConformanceRule, make: @escaping @Sendable () -> any BudgetLedger) {
        self.what = what
        self.rule = rule
        self.make = make
    }

    static let all = reservations + settlements + others

    private static let reservations: [BrokenLedger] = [
        BrokenLedger("a refusal leaves the amounts before it held", breaks: .holdsAllOrNone) {
            ChangedLedger(reserve: { ledger, reservation, context in
                let decision = try await ledger.reserve(reservation, in: context)
                guard case .refused(let index, _) = decision, index > 0 else { return decision }
                var part = reservation
                part.entries = Array(reservation.entries.prefix(index))
                _ = try await ledger.reserve(part, in: context)
                return decision
            })
        },
        BrokenLedger("it looks first and holds later", breaks: .keepsMaximum) {
            ChangedLedger(reserve: { ledger, reservation, context in
                let states = try await ledger.status(of: reservation.entries.map(\.limit), in: context)
                for (index, state) in states.enumerated() where reservation.entries[index].amount > state.remaining {
                    return .refused(index: index, state)
                }
                try await context.runtime?.sleep(for: .microseconds(5))
                var unlimited = reservation
                for index in unlimited.entries.indices { unlimited.entries[index].limit.maximum = .max }
                return try await ledger.reserve(unlimited, in: context)
            })
        },
        BrokenLedger("the same account twice is looked at once", breaks: .keepsMaximum) {
            ChangedLedger(reserve: { ledger, reservation, context in
                var once = reservation
                once.entries = reservation.entries.reduce(into: []) { entries, entry in
                    if !entries.contains(where: { $0.limit == entry.limit }) { entries.append(entry) }
                }
                return try await ledger.reserve(once, in: context)
            })
        },
        BrokenLedger("the last token is never given out", breaks: .reachesMaximum) {
            ChangedLedger(reserve: { ledger, reservation, context in
                var smaller = reservation
                for index in smaller.entries.indices { smaller.entries[index].limit.maximum -= 1 }
                return try await ledger.reserve(smaller, in: context)
            })
        },
        BrokenLedger("a hold never expires", breaks: .expiresHolds) {
            ChangedLedger(reserve: { ledger, reservation, context in
                var endless = reservation
                endless.expiresAfter = .seconds(1_000_000)
                return try await ledger.reserve(endless, in: context)
            })
        },
        BrokenLedger("a hold expires too early", breaks: .expiresHolds) {
            ChangedLedger(reserve: { ledger, reservation, context in
                var short = reservation
                short.expiresAfter = reservation.expiresAfter / 2
                return try await ledger.reserve(short, in: context)
            })
        },
        BrokenLedger("a reservation that is repeated holds twice", breaks: .repeatsHarmlessly) {
            ChangedLedger(reserve: { ledger, reservation, context in
                let decision = try await ledger.reserve(reservation, in: context)
                var again = reservation
                again.id += " again"
                _ = try await ledger.reserve(again, in: context)
                return decision
            })
        },
        BrokenLedger("it counts a rolling window half as long", breaks: .endsWindows) {
            ChangedLedger(
                reserve: { ledger, reservation, context in
                    var other = reservation
                    for index in other.entries.indices { other.entries[index].limit = half(other.entries[index].limit) }
                    return try await ledger.reserve(other, in: context)
                },
                settle: { ledger, settlement, context in
                    var other = settlement
                    for index in other.entries.indices { other.entries[index].limit = half(other.entries[index].limit) }
                    return try await ledger.settle(other, in: context)
                },
                status: { ledger, limits, context in
                    try await ledger.status(of: limits.map(half), in: context)
                })
        },
        BrokenLedger("windows never end", breaks: .endsWindows) {
            ChangedLedger(
                reserve: { ledger, reservation, context in
                    var other = reservation
                    for index in other.entries.indices { other.entries[index].limit.window = .unlimited }
                    return try await ledger.reserve(other, in: context)
                },
                settle: { ledger, settlement, context in
                    var other = settlement
                    for index in other.entries.indices { other.entries[index].limit.window = .unlimited }
                    return try await ledger.settle(other, in: context)
                },
                status: { ledger, limits, context in
                    let limits = limits.map {
                        LedgerLimit(account: $0.account, maximum: $0.maximum, window: .unlimited)
                    }
                    return try await ledger.status(of: limits, in: context)
                })
        },
    ]

    @Sendable private static func half(_ limit: LedgerLimit) -> LedgerLimit {
        guard case .rolling(let length) = limit.window else { return limit }
        return LedgerLimit(account: limit.account, maximum: limit.maximum, window: .rolling(length / 2))
    }

    private static let settlements: [BrokenLedger] = [
        BrokenLedger("a settlement that is repeated charges twice", breaks: .repeatsHarmlessly) {
            ChangedLedger(settle: { ledger, settlement, context in
                let result = try await ledger.settle(settlement, in: context)
                guard result == .repeated else { return result }
                var again = settlement
                again.id += "\(context.runtime?.random() ?? 0)"
                _ = try await ledger.settle(again, in: context)
                return result
            })
        },
        BrokenLedger("no more is charged than was free", breaks: .chargesInFull) {
            ChangedLedger(settle: { ledger, settlement, context in
                var capped = settlement
                for index in capped.entries.indices {
                    capped.entries[index].amount = min(60, capped.entries[index].amount)
                }
                return try await ledger.settle(capped, in: context)
            })
        },
        BrokenLedger("late charges are dropped", breaks: .chargesInFull) {
            ChangedLedger(settle: { ledger, settlement, context in
                let limits = settlement.entries.map(\.limit)
                let before = try await ledger.status(of: limits, in: context)
                if !before.isEmpty, before.allSatisfy({ $0.held == 0 }) {
                    return try await ledger.settle(LedgerSettlement(id: settlement.id), in: context)
                }
                return try await ledger.settle(settlement, in: context)
            })
        },
        BrokenLedger("a hold of an old window is charged to the new one", breaks: .endsWindows) {
            let latest = Locked<[String: LedgerWindow]>([:])
            return ChangedLedger(
                reserve: { ledger, reservation, context in
                    for entry in reservation.entries {
                        latest.withLock { $0[entry.limit.account] = entry.limit.window }
                    }
                    return try await ledger.reserve(reservation, in: context)
                },
                settle: { ledger, settlement, context in
                    let result = try await ledger.settle(settlement, in: context)
                    for entry in settlement.entries {
                        guard let window = latest.withLock({ $0[entry.limit.account] }), window != entry.limit.window
                        else {
                            continue
                        }
                        let limit = LedgerLimit(
                            account: entry.limit.account, maximum: entry.limit.maximum, window: window)
                        let moved = LedgerReservation.Entry(limit: limit, amount: entry.amount)
                        _ = try await ledger.settle(
                            LedgerSettlement(id: settlement.id + " moved", entries: [moved]), in: context)
                    }
                    return result
                })
        },
        BrokenLedger("the results of several settlements are in another order", breaks: .chargesInFull) {
            ChangedLedger(settleAll: { $0.reversed() })
        },
    ]

    private static let others: [BrokenLedger] = [
        BrokenLedger("states are in another order", breaks: .reportsStatus) {
            ChangedLedger(status: { try await $0.status(of: $1.reversed(), in: $2) })
        },
        BrokenLedger("a maximum cannot be set", breaks: .obeysMaximum) { ChangedLedger(setMaximum: { _, _, _, _ in }) },
        BrokenLedger("a maximum cannot be removed", breaks: .obeysMaximum) {
            ChangedLedger(setMaximum: { ledger, maximum, account, context in
                guard let maximum else { return }
                try await ledger.setMaximum(maximum, ofAccount: account, in: context)
            })
        },
        BrokenLedger("a maximum is set for every account", breaks: .obeysMaximum) {
            let common = Locked<Int64?>(nil)
            return ChangedLedger(
                status: { ledger, limits, context in
                    var states = try await ledger.status(of: limits, in: context)
                    if let maximum = common.withLock({ $0 }) {
                        for index in states.indices { states[index].maximum = maximum }
                    }
                    return states
                },
                setMaximum: { ledger, maximum, account, context in
                    common.withLock { $0 = maximum }
                    try await ledger.setMaximum(maximum, ofAccount: account, in: context)
                })
        },
        BrokenLedger("what was spent is forgotten when a maximum changes", breaks: .obeysMaximum) {
            let changes = Locked(0)
            @Sendable func renamed(_ limit: LedgerLimit) -> LedgerLimit {
                LedgerLimit(
                    account: "\(limit.account) \(changes.withLock { $0 })", maximum: limit.maximum,
                    window: limit.window)
            }
            return ChangedLedger(
                reserve: { ledger, reservation, context in
                    var other = reservation
                    for index in other.entries.indices {
                        other.entries[index].limit = renamed(other.entries[index].limit)
                    }
                    return try await ledger.reserve(other, in: context)
                },
                settle: { ledger, settlement, context in
                    var other = settlement
                    for index in other.entries.indices {
                        other.entries[index].limit = renamed(other.entries[index].limit)
                    }
                    return try await ledger.settle(other, in: context)
                },
                status: { ledger, limits, context in
                    try await ledger.status(of: limits.map(renamed), in: context)
                },
                setMaximum: { ledger, maximum, account, context in
                    let change = changes.withLock { changes in
                        changes += 1
                        return changes
                    }
                    try await ledger.setMaximum(maximum, ofAccount: "\(account) \(change)", in: context)
                })
        },
    ]
}
