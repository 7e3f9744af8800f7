public import LadderJSON

extension PriceBook {
    /// Reads a book from JSON.
    ///
    /// Prices are dollars per million tokens, as text or numbers. Only `input` and `output` are required:
    ///
    /// ```json
    /// {
    ///     "date": "2026-11-27",
    ///     "models": {
    ///         "gemini-2.5-pro": {
    ///             "input": "1.25", "output": "10.00", "cacheRead": "0.125",
    ///             "batch": {"input": "0.625", "output": "5.00"},
    ///             "tiers": [{"aboveInputTokens": 200000, "input": "2.50", "output": "15.00"}],
    ///             "contextWindow": 1048576
    ///         }
    ///     }
    /// }
    /// ```
    ///
    /// Further keys are `reasoning`, `cacheWrite` and `longCacheWrite` beside `cacheRead`, `flex` and `priority` beside
    /// `batch` (see ``ServiceTier``), and `maximumOutputTokens`.
    ///
    /// - Throws: `InvalidJSONDocument` with every fault and its path.
    public init(json: JSONValue) throws(InvalidJSONDocument) {
        self = try JSONReader.read(json) { PriceBook(reading: $0) }
    }

    /// Reads a book from the text of a JSON file, in the form that ``init(json:)`` describes.
    ///
    /// - Throws: `InvalidJSONDocument` with every fault and its path.
    public init(parsing text: String) throws(InvalidJSONDocument) {
        self = try JSONReader.read(text) { PriceBook(reading: $0) }
    }

    /// The book in the form that ``init(json:)`` reads.
    public var json: JSONValue {
        ["date": .string(date), "models": .object(prices.mapValues(\.json))]
    }

    init(reading document: JSONReader) {
        document.rejectUnknownKeys(["date", "models"])
        date = document["date"].requiredString() ?? ""
        prices = [:]
        for (model, entry) in document["models"].requiredObject() {
            prices[model] = ModelPrice(reading: entry)
        }
    }
}
