import LadderCore

/// The accounts whose soft share was reached, so that each window is reported once.
struct SoftNotices: Sendable {
    static let maximumAccounts = 10_000
    /// The end of the window for which an account was reported; nil for a window without an end.
    private var reported: [String: WallTime?] = [:]

    /// The number of accounts that are remembered.
    var count: Int { reported.count }

    /// Returns whether this is the first report for the account in its window.
    mutating func isFirst(for limit: LedgerLimit, at now: WallTime) -> Bool {
        if let end = reported[limit.account] {
            guard let end, now >= end else { return false }
        }
        if reported.count >= Self.maximumAccounts { makeRoom(at: now) }
        reported[limit.account] = .some(limit.window.end(from: now))
        return true
    }

    private mutating func makeRoom(at now: WallTime) {
        reported = reported.filter { $0.value.map { $0 > now } ?? true }
        // Too many accounts at once: some are reported twice, which harms less than an unbounded table.
        if reported.count >= Self.maximumAccounts { reported = [:] }
    }
}

extension LedgerWindow {
    /// The end of the window that begins or has begun now; nil where there is none.
    fileprivate func end(from now: WallTime) -> WallTime? {
        switch self {
        case .rolling(let length): now + length
        case .fixed(_, let end): end
        case .unlimited: nil
        }
    }
}
