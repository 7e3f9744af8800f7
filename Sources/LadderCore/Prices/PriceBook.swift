/// What models cost, by name: data you can load, change and add to.
///
/// ```swift
/// var prices = PriceBook.builtIn
/// prices.prices["our-finetune"] = prices.price(of: "gpt-4o-mini")
/// prices.prices["gpt-4o"] = nil
/// let cost = prices.cost(of: Usage(inputTokens: 1_000, outputTokens: 200), model: "our-finetune")
/// ```
///
/// A model that is not in the book costs nil, "unknown", and never nothing. Looking a model up takes a dictionary
/// access or two, and computing a cost allocates nothing.
public struct PriceBook: Hashable, Sendable {
    /// The day the prices were true, such as `2025-12-01`.
    public var date: String
    /// The prices by the provider's name of the model: add, replace and remove here.
    public var prices: [String: ModelPrice]

    /// A book of these prices.
    public init(date: String, prices: [String: ModelPrice] = [:]) {
        self.date = date
        self.prices = prices
    }

    /// The price of a model, nil when it is unknown.
    ///
    /// The name must be in the book as it is. If it is not, and ends in a full date (`gpt-4o-2024-08-06`,
    /// `claude-sonnet-4-5-20250929`, `claude-sonnet-4-5@20250929`), the name without the date is looked up: providers
    /// stamp releases of a model like that. A release that is priced otherwise has an entry of its own, as
    /// `gpt-4o-2024-05-13` has in ``builtIn``. Nothing else is cut off: `-latest`, `-preview`, `-mini` and shorter
    /// numbers make another model.
    public func price(of model: String) -> ModelPrice? {
        prices[model] ?? Self.nameWithoutDate(model).flatMap { prices[$0] }
    }

    /// What a call cost, nil when the model is unknown.
    public func cost(of usage: Usage, model: String, isBatch: Bool = false) -> Money? {
        price(of: model)?.cost(of: usage, isBatch: isBatch)
    }

    /// The most a call can cost that reads and writes no more tokens than this, nil when the model is unknown.
    ///
    /// This is what to hold before the call: never less than ``cost(of:model:isBatch:)`` of what it then uses.
    public func worstCost(inputTokens: Int, maximumOutputTokens: Int, model: String) -> Money? {
        price(of: model)?.worstCost(inputTokens: inputTokens, maximumOutputTokens: maximumOutputTokens)
    }

    /// This book with everything `other` has: its date, and its price where both know a model.
    public func merging(_ other: PriceBook) -> PriceBook {
        PriceBook(date: other.date, prices: prices.merging(other.prices) { $1 })
    }

    /// What is wrong with these prices, such as `PriceBook.prices["gpt-4o"].input is -$0.01; allowed $0.00 or more`.
    public var problems: [String] {
        prices.sorted { $0.key < $1.key }.flatMap { model, price in
            price.problems.map { "PriceBook.prices[\"\(model)\"].\($0)" }
        }
    }
}
