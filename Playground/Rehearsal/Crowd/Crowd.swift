import Ladder

/// The callers of a scenario: how often they call, what they ask, and how long questions and answers are.
package struct Crowd: Hashable, Sendable {
    /// The calls a second.
    package var rate: Double
    /// What the questions are about.
    package var theme: QuestionTheme
    /// The share of questions that repeat an earlier one word by word.
    package var repeated = 0.15
    /// The share of questions that ask an earlier one in other words.
    package var reworded = 0.05
    /// The share of questions for which there is a written answer.
    package var written = 0.15
    /// The share of questions that are the same popular one.
    package var popular = 0.0
    /// The share of calls that want their answer streamed.
    package var streamed = 0.25
    /// The number of users, each of whom calls equally often.
    package var users = 200
    /// The tokens of a request, instructions included.
    package var inputTokens = 420
    /// The tokens at the beginning of each request that are always the same and that the provider reads at its price for
    /// repeated text.
    package var cachedPromptTokens = 0
    /// The tokens of an answer.
    package var outputTokens = 60...180

    package init(rate: Double = 2, theme: QuestionTheme = .shop) {
        self.rate = rate
        self.theme = theme
    }

    /// Returns a length of an answer for a random number from 0 up to 1.
    func drawOutputTokens(_ draw: Double) -> Int {
        outputTokens.lowerBound + Int(draw * Double(outputTokens.count))
    }
}
