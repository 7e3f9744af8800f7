/// The prices of models, by name: data that you can load, change and extend.
///
/// ```swift
/// var prices = PriceBook.builtIn
/// prices.prices["our-finetune"] = prices.price(of: "gpt-4o-mini")
/// prices.prices["gpt-4o"] = nil
/// let cost = prices.cost(of: Usage(inputTokens: 1_000, outputTokens: 200), model: "our-finetune")
/// ```
///
/// The cost of a model that is not in the book is nil, which means "unknown", and never zero. Books come from three
/// sources: ``builtIn``, a file of your own that ``init(parsing:)`` reads, and LiteLLM's public price map that
/// ``LiteLLMPriceMap`` reads. ``merging(_:)`` combines them.
public struct PriceBook: Hashable, Sendable {
    /// The day on which the prices were valid, such as `2026-11-27`.
    public var date: String
    /// The prices by the provider's name of the model; add, replace and remove entries here.
    public var prices: [String: ModelPrice]

    /// Creates a book from prices by model name.
    public init(date: String, prices: [String: ModelPrice] = [:]) {
        self.date = date
        self.prices = prices
    }

    /// Returns the price of a model, or nil when it is unknown.
    ///
    /// The first of these names that is in the book decides:
    ///
    /// 1. the name as it is;
    /// 2. the name without a full date at its end (`gpt-4o-2024-08-06`, `claude-sonnet-4-5-20250929`,
    ///    `claude-sonnet-4-5@20250929`), because providers name the releases of a model like that;
    /// 3. the same two after each prefix that ends with a slash is removed from the front, one by one
    ///    (`openai/gpt-4o`, `openrouter/openai/gpt-4o`, `azure/eu/gpt-4o-2024-08-06`);
    /// 4. the same two without the parts that Amazon Bedrock adds (`us.anthropic.claude-sonnet-4-5-20250929-v1:0`).
    ///
    /// A release or a host with a price of its own has an entry of its own, as `gpt-4o-2024-05-13` has in ``builtIn``.
    /// Nothing else is removed: `-latest`, `-preview`, `-mini` and shorter numbers make another model.
    public func price(of model: String) -> ModelPrice? {
        prices[model] ?? priceUnderOtherNames(of: model)
    }

    /// Returns the cost of a call at a level of service, nil for the standard one; nil when the model is unknown.
    public func cost(of usage: Usage, model: String, serviceTier: ServiceTier? = nil) -> Money? {
        price(of: model)?.cost(of: usage, serviceTier: serviceTier)
    }

    /// Returns the highest possible cost of a call with at most this many tokens, or nil when the model is unknown.
    ///
    /// Reserve this amount before the call: it is never less than ``cost(of:model:serviceTier:)`` of what the call
    /// then uses at the same level of service.
    public func worstCost(
        inputTokens: Int, maximumOutputTokens: Int, model: String, serviceTier: ServiceTier? = nil
    ) -> Money? {
        price(of: model)?
            .worstCost(inputTokens: inputTokens, maximumOutputTokens: maximumOutputTokens, serviceTier: serviceTier)
    }

    /// Returns this book with all entries of `other` added, and with the date of `other`.
    ///
    /// Where both books have a price for a name, the result has the price of `other`.
    public func merging(_ other: PriceBook) -> PriceBook {
        PriceBook(date: other.date, prices: prices.merging(other.prices) { $1 })
    }

    /// The faults of these prices, such as `PriceBook.prices["gpt-4o"].input is -$0.01; allowed $0.00 or more`.
    public var problems: [String] {
        var checks = OptionChecks(of: "PriceBook")
        for (model, price) in prices.sorted(by: { $0.key < $1.key }) {
            price.check(into: &checks, at: "prices[\"\(model)\"]")
        }
        return checks.problems
    }
}
