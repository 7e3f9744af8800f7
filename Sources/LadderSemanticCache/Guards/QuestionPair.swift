/// Two questions that a guard compares.
public struct QuestionPair: Sendable {
    /// The question of the call.
    public let asked: Question
    /// The question that the stored answer was written for.
    public let stored: Question
    /// The cosine of their vectors, from 0 to 1.
    public let similarity: Double

    /// The words of each question that have no counterpart in the other.
    let comparison: Comparison

    /// Creates a pair.
    public init(asked: Question, stored: Question, similarity: Double = 1) {
        self.asked = asked
        self.stored = stored
        self.similarity = similarity
        // One order of both texts, so that exchanging the questions gives the same decision.
        comparison =
            asked.text <= stored.text
            ? Comparison(asked.words, stored.words) : Comparison(stored.words, asked.words)
    }
}
