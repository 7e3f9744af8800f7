public import LadderCore

/// An amount of what a budget counts: tokens, money or requests.
public enum BudgetAmount: Hashable, Sendable {
    /// Tokens, input and output together.
    case tokens(Int)
    /// Money, by the prices of the pipeline. A model without a price is refused where money is limited.
    case money(Money)
    /// Calls for which a model was asked. Retries and fallbacks of one call count once, answers from a cache not at
    /// all.
    case requests(Int)

    /// The kinds of amount, each with its own counter.
    enum Unit: String {
        case tokens, money, requests
    }

    var unit: Unit {
        switch self {
        case .tokens: .tokens
        case .money: .money
        case .requests: .requests
        }
    }

    /// The amount as the ledger counts it: tokens, pico-dollars or requests.
    var ledgerAmount: Int64 {
        switch self {
        case .tokens(let count), .requests(let count): Int64(count)
        case .money(let money): money.picodollars
        }
    }

    /// Creates the amount that the ledger has counted.
    init(_ ledgerAmount: Int64, unit: Unit) {
        switch unit {
        case .tokens: self = .tokens(Int(clamping: ledgerAmount))
        case .money: self = .money(Money(picodollars: ledgerAmount))
        case .requests: self = .requests(Int(clamping: ledgerAmount))
        }
    }
}

extension BudgetAmount: CustomStringConvertible {
    /// The amount with its unit, such as `100,000 tokens`, `$20.00` or `10 requests`.
    public var description: String {
        switch self {
        case .tokens(let count): text(count, of: "token")
        case .money(let money): money.description
        case .requests(let count): text(count, of: "request")
        }
    }

    private func text(_ count: Int, of unit: String) -> String { "\(count.grouped) \(unit)\(count == 1 ? "" : "s")" }
}
