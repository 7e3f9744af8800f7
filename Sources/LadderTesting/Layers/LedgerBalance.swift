public import LadderCore

/// The amounts that a ``LedgerAccount`` has booked and reserved.
public struct LedgerBalance: Hashable, Sendable {
    /// The number of tokens booked by settlements.
    public private(set) var spentTokens = 0
    /// The number of tokens reserved at present.
    public private(set) var reservedTokens = 0
    /// The highest sum of spent and reserved tokens so far.
    public private(set) var peakTokens = 0
    /// The money booked, as far as prices were known.
    public private(set) var spentMoney = Money.zero
    /// The amount of money reserved at present.
    public private(set) var reservedMoney = Money.zero
    /// The highest sum of spent and reserved money so far.
    public private(set) var peakMoney = Money.zero
    /// The number of reservations that have not been settled.
    public private(set) var openReservations = 0
    /// The number of reservations made so far.
    public private(set) var reservations = 0

    /// Reserves an estimate if it fits within the limits. Returns whether it does.
    mutating func reserve(_ estimate: TokenSpend, tokenLimit: Int?, moneyLimit: Money?) -> Bool {
        let estimatedTokens = max(0, estimate.tokens ?? 0)
        let estimatedMoney = estimate.money ?? .zero
        let tokens = spentTokens.saturatingAdding(reservedTokens).saturatingAdding(estimatedTokens)
        let money = spentMoney + reservedMoney + estimatedMoney
        if let tokenLimit, estimate.tokens == nil || tokens > tokenLimit { return false }
        if let moneyLimit, estimate.money == nil || money > moneyLimit { return false }
        reservedTokens = reservedTokens.saturatingAdding(estimatedTokens)
        reservedMoney = reservedMoney + estimatedMoney
        openReservations += 1
        reservations += 1
        updatePeaks()
        return true
    }

    /// Releases an estimate and books what was used.
    mutating func settle(_ estimate: TokenSpend, used: TokenSpend) {
        reservedTokens -= min(reservedTokens, max(0, estimate.tokens ?? 0))
        reservedMoney = reservedMoney - (estimate.money ?? .zero)
        spentTokens = spentTokens.saturatingAdding(max(0, used.tokens ?? 0))
        spentMoney = spentMoney + (used.money ?? .zero)
        openReservations -= 1
        updatePeaks()
    }

    private mutating func updatePeaks() {
        peakTokens = max(peakTokens, spentTokens.saturatingAdding(reservedTokens))
        peakMoney = max(peakMoney, spentMoney + reservedMoney)
    }
}
