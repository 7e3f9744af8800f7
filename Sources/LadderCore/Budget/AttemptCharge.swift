/// What one attempt has used.
public struct AttemptCharge: Hashable, Sendable {
    /// The tokens that were used; all zero for an attempt that used none.
    public var usage: Usage
    /// The cost of the usage; nil where the price is unknown.
    public var cost: Money?

    /// Creates a charge; without arguments it is one of nothing.
    public init(usage: Usage = Usage(), cost: Money? = .zero) {
        self.usage = usage
        self.cost = cost
    }

    /// The charge as a sum of tokens and money.
    public var spend: TokenSpend { TokenSpend(tokens: usage.totalTokens, money: cost) }
}
