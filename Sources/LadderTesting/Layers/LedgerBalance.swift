public import LadderCore

/// How a ``LedgerAccount`` stands.
public struct LedgerBalance: Hashable, Sendable {
    /// Tokens booked.
    public private(set) var spentTokens = 0
    /// Tokens set aside.
    public private(set) var heldTokens = 0
    /// The most tokens that were spent and held at once.
    public private(set) var peakTokens = 0
    /// Money booked, as far as prices were known.
    public private(set) var spentMoney = Money.zero
    /// Money set aside.
    public private(set) var heldMoney = Money.zero
    /// The most money that was spent and held at once.
    public private(set) var peakMoney = Money.zero
    /// Holds that have not been settled.
    public private(set) var openHolds = 0
    /// Holds there have been.
    public private(set) var holds = 0

    /// Nothing yet.
    public init() {}

    /// Sets an estimate aside if it fits.
    mutating func hold(_ estimate: TokenSpend, tokenLimit: Int?, moneyLimit: Money?) -> Bool {
        let tokens = sum(spentTokens, sum(heldTokens, estimate.tokens ?? 0))
        let money = spentMoney + heldMoney + (estimate.money ?? .zero)
        if let tokenLimit, estimate.tokens == nil || tokens > tokenLimit { return false }
        if let moneyLimit, estimate.money == nil || money > moneyLimit { return false }
        heldTokens = sum(heldTokens, estimate.tokens ?? 0)
        heldMoney = heldMoney + (estimate.money ?? .zero)
        openHolds += 1
        holds += 1
        notePeak()
        return true
    }

    /// Gives an estimate back and books what was used.
    mutating func settle(_ estimate: TokenSpend, _ used: TokenSpend) {
        heldTokens -= min(heldTokens, max(0, estimate.tokens ?? 0))
        heldMoney = heldMoney - (estimate.money ?? .zero)
        spentTokens = sum(spentTokens, used.tokens ?? 0)
        spentMoney = spentMoney + (used.money ?? .zero)
        openHolds -= 1
        notePeak()
    }

    private mutating func notePeak() {
        peakTokens = max(peakTokens, sum(spentTokens, heldTokens))
        peakMoney = max(peakMoney, spentMoney + heldMoney)
    }

    private func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(max(0, right))
        return overflow ? .max : sum
    }
}
