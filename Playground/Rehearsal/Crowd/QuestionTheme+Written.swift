package import Ladder

extension QuestionTheme {
    /// The written answers.
    package var writtenAnswers: [FAQEntry] {
        switch self {
        case .shop: Self.shopAnswers
        case .school: Self.schoolAnswers
        }
    }

    private static let shopAnswers = [
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

    private static let schoolAnswers = [
        FAQEntry(
            id: "deadline",
            phrasings: ["When is my homework due?", "What is the deadline for the homework?"],
            answer: "Your lesson's page shows when the homework is due."),
        FAQEntry(
            id: "password",
            phrasings: ["I forgot my password", "How do I reset my password?"],
            answer: "Choose Forgot password on the sign-in page, and we send you a link."),
    ]
}
