extension StandardTokenEstimator {
    /// A vocabulary for which the constants of the estimate were fitted.
    ///
    /// The two differ little for English and code, and by a factor of up to four for other scripts. For a model whose
    /// tokenizer is not known, `cl100k` is the cautious choice.
    public enum Vocabulary: String, Hashable, Sendable, CaseIterable {
        /// The 200,000 tokens of GPT-4o and later models of OpenAI.
        case o200k
        /// The 100,000 tokens of GPT-4 and GPT-3.5.
        case cl100k

        var rates: TokenEstimateRates {
            switch self {
            case .o200k: .o200k
            case .cl100k: .cl100k
            }
        }
    }
}
