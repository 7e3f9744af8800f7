import LadderCore
import LadderText

/// The comparison of a stored answer with the one that the model gave to the similar question.
enum AnswerAgreement {
    /// The share of words that both answers have from which on they say the same.
    static let leastShare = 0.5

    /// Returns whether the two answers have at least half of their words in common.
    ///
    /// Words that carry grammar are left out, and inflections of a word are the same. Numbers are compared as words. It
    /// is a rough measure: two good answers in other words disagree.
    @Sendable static func haveCommonWords(_ stored: Completion, _ new: Completion) -> Bool {
        let (first, second) = (words(of: stored), words(of: new))
        if first.isEmpty || second.isEmpty { return stored.text.trimmed == new.text.trimmed }
        return Double(2 * first.intersection(second).count) >= leastShare * Double(first.count + second.count)
    }

    private static func words(of completion: Completion) -> Set<String> {
        // What comes after the first few thousand characters of an answer changes little.
        let text = String(completion.text.prefix(4_000))
        let words = Tokenizer().tokens(text).map(\.text).filter { !StopWords.contains($0) }
        return Set(words.map(EnglishStemmer.stem))
    }
}
