public import LadderJSON

extension PriceBook {
    /// Reads a book from JSON and tells every fault with its path.
    ///
    /// Prices are dollars per million tokens, as text or numbers; only `input` and `output` must be there:
    ///
    /// ```json
    /// {
    ///     "date": "2025-12-01",
    ///     "models": {
    ///         "gemini-2.5-pro": {
    ///             "input": "1.25", "output": "10.00", "cacheRead": "0.125",
    ///             "batch": {"input": "0.625", "output": "5.00"},
    ///             "tiers": [{"aboveInputTokens": 200000, "input": "2.50", "output": "15.00"}]
    ///         }
    ///     }
    /// }
    /// ```
    public init(json: JSONValue) throws(InvalidJSONDocument) {
        self = try JSONReader.read(json) { PriceBook(reading: $0) }
    }

    /// Reads a book from the text of a JSON file and tells every fault with its path.
    public init(parsing text: String) throws(InvalidJSONDocument) {
        self = try JSONReader.read(text) { PriceBook(reading: $0) }
    }

    /// The book as JSON that ``init(json:)`` reads.
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
