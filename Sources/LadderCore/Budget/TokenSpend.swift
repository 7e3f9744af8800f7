/// Tokens and money, spent or to be spent.
public struct TokenSpend: Hashable, Sendable {
    /// The number of tokens, input and output together. Nil means unknown, or unlimited.
    public var tokens: Int?
    /// The amount of money. Nil means unknown, or unlimited.
    public var money: Money?

    /// Creates a spend of tokens, money or both.
    public init(tokens: Int? = nil, money: Money? = nil) {
        self.tokens = tokens
        self.money = money
    }
}
