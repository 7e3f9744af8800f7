public import LadderJSON

/// The result of reading LiteLLM's public map of model prices: a price book, and the entries that are not in it.
///
/// The map is the file `model_prices_and_context_window.json` of the LiteLLM project. It lists several thousand models
/// of many hosts, by names such as `gpt-4o`, `azure/gpt-4o` and `groq/openai/gpt-oss-120b`. Reading it takes a fraction
/// of a second, so do it when the process starts.
///
/// ```swift
/// let text = #"{"gpt-4o": {"mode": "chat", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05}}"#
/// let map = try LiteLLMPriceMap(parsing: text, date: "2026-11-27")
/// let prices = PriceBook.builtIn.merging(map.book)
/// let faulty = map.skipped.filter { $0.value == .invalidPrice }.keys.sorted()
/// ```
///
/// The map lists many models only with the prefix of their host. Merging it into ``PriceBook/builtIn`` keeps the names
/// that the providers' own interfaces use, such as `mistral-large-latest`.
///
/// - Every entry for chat, completions or responses with a price for input and output tokens becomes a ``ModelPrice``,
///   rounded to the nearest pico-dollar per token. Fields such as `…_above_200k_tokens` and `tiered_pricing` become
///   tiers; `…_batches`, `…_flex` and `…_priority` become service tiers. An alias has the price of its target.
/// - Where the map states no price for a tier, the price of the tier below applies; where it states none for a service
///   tier, the price of the standard service.
/// - A price of 0 stays 0. The map has it for models that run locally and for some that are free for a time.
/// - The map's prices of audio and image tokens, of searches and other tools, its off-peak discounts, regional
///   surcharges and further service tiers are not read.
public struct LiteLLMPriceMap: Hashable, Sendable {
    /// The prices of the entries that could be read.
    public let book: PriceBook
    /// The names of the entries that have no price in ``book``, with the reason.
    public let skipped: [String: SkipReason]

    /// The reason that an entry of the map has no price in the book.
    public enum SkipReason: String, CaseIterable, Hashable, Sendable {
        /// The entry is for no chat, completions or responses model, but for embeddings, images, audio or another use.
        case otherMode
        /// The entry has no price for input and output tokens, or charges for each request as well.
        case notPricedByToken
        /// A token price is negative, not a number, or above $10,000 per million tokens, or a tier has no valid range.
        case invalidPrice
        /// The entry is an alias of an entry that the map does not have.
        case unknownAlias
    }

    /// Reads the map from the text of its file.
    ///
    /// - Parameters:
    ///   - text: The file as it is.
    ///   - date: The day on which the file was downloaded, such as `2026-11-27`. The file itself does not say it.
    /// - Throws: `InvalidJSONDocument` when the text is no JSON object.
    public init(parsing text: String, date: String) throws(InvalidJSONDocument) {
        self = try JSONReader.read(text) { LiteLLMPriceMap(reading: $0, date: date) }
    }

    /// Reads the map from its parsed JSON; see ``init(parsing:date:)``.
    public init(json: JSONValue, date: String) throws(InvalidJSONDocument) {
        self = try JSONReader.read(json) { LiteLLMPriceMap(reading: $0, date: date) }
    }

    private init(reading document: JSONReader, date: String) {
        var entries: [String: LiteLLMEntry] = [:]
        for (name, entry) in document.requiredObject() where name != Self.sampleName {
            entries[name] = LiteLLMEntry(entry.value ?? .null)
        }
        var book = PriceBook(date: date)
        var skipped: [String: SkipReason] = [:]
        for name in entries.keys {
            switch Self.entry(named: name, in: entries) {
            case .price(let price): book.prices[name] = price
            case .skipped(let reason): skipped[name] = reason
            case .alias: skipped[name] = .unknownAlias
            }
        }
        self.book = book
        self.skipped = skipped
    }

    /// Returns an entry, after following aliases a few steps.
    private static func entry(named name: String, in entries: [String: LiteLLMEntry]) -> LiteLLMEntry {
        var entry = entries[name] ?? .skipped(.unknownAlias)
        for _ in 0..<4 {
            guard case .alias(let target) = entry else { break }
            entry = entries[target] ?? .skipped(.unknownAlias)
        }
        return entry
    }

    /// The key of the map's description of its own fields.
    private static let sampleName = "sample_spec"
}
