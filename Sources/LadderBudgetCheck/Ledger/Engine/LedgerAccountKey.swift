import LadderCore

/// What distinguishes the accounts of a ledger: the name, and the kind of window.
///
/// A limit whose window changes its kind or length has an account of its own for the new one, empty at first. Fixed
/// windows of one name share an account, because they follow one another.
struct LedgerAccountKey: Hashable {
    enum Kind: Hashable {
        case rolling(nanoseconds: Int64)
        case fixed
        case unlimited
    }

    let name: String
    let kind: Kind

    init(_ limit: LedgerLimit) {
        name = limit.account
        kind =
            switch limit.window {
            case .rolling(let length): .rolling(nanoseconds: RollingSum.nanoseconds(length))
            case .fixed: .fixed
            case .unlimited: .unlimited
            }
    }

    /// Returns whether this is the key of a limit's account, without a hash.
    func isKey(of limit: LedgerLimit) -> Bool {
        guard name == limit.account else { return false }
        return switch (kind, limit.window) {
        case (.rolling(let nanoseconds), .rolling(let length)): nanoseconds == RollingSum.nanoseconds(length)
        case (.fixed, .fixed), (.unlimited, .unlimited): true
        default: false
        }
    }
}
