import Ladder

/// The application of both demos: the help desk of a shop, which answers with a language model.
enum HelpDesk {
    static let largeModel = "large"
    static let smallModel = "small"
    /// The longest time that a call may take.
    static let callLimit = Duration.seconds(30)
    /// The longest time that one attempt may take.
    static let attemptLimit = Duration.seconds(20)

    /// Returns the pipeline of the help desk, outermost layer first.
    static func pipeline(
        models: [any ChatModel], onTransition: @escaping @Sendable (BreakerTransition) -> Void = { _ in }
    ) throws -> Pipeline {
        try Pipeline(models: models) {
            StaticFAQ(writtenAnswers)
            ModelFallback(FallbackCandidate(smallModel))
            CircuitBreaker(.sensitive, onTransition: onTransition)
            Retry(.quick)
            Timeout(firstToken: .seconds(5), silence: .seconds(5), total: attemptLimit)
        }
        .limited(timeLimit: callLimit)
        .priced(by: prices)
    }

    /// The prices of two well-known models.
    private static let prices: PriceBook = {
        var prices = PriceBook.builtIn
        prices.prices[largeModel] = prices.price(of: "gpt-4o")
        prices.prices[smallModel] = prices.price(of: "gpt-4o-mini")
        return prices
    }()

    static let questions = [
        "How long does a refund take?",
        "Where is my parcel?",
        "Can I change my delivery address?",
        "Do you ship to Norway?",
        "Which of these two tents is lighter?",
        "Write a birthday card for my sister.",
    ]

    static let writtenAnswers = [
        FAQEntry(
            id: "refund-time",
            phrasings: ["How long does a refund take?", "When do I get my money back?", "My refund has not arrived"],
            answer: "Refunds arrive within five working days."),
        FAQEntry(
            id: "parcel",
            phrasings: ["Where is my parcel?", "Track my package", "My order has not been delivered yet"],
            answer: "The link in your confirmation mail shows where your parcel is."),
        FAQEntry(
            id: "address",
            phrasings: ["Can I change my delivery address?", "I moved, send the order somewhere else"],
            answer: "Until an order has left us you can change its address under My orders."),
    ]
}
