import LadderText

/// Finds the written answer to a question, or none when in doubt.
///
/// Use it on its own when you want matching without a pipeline; ``StaticFAQ`` uses it inside one.
///
/// ```swift
/// let index = FAQIndex([
///     FAQEntry(id: "refund", phrasings: ["How long does a refund take?"], answer: "Five days.")
/// ])
/// let answer = index.match("how long do refunds taek")?.entry.answer
/// ```
///
/// A question and a phrasing are compared by the words they share, in any order, rare words counting more than common
/// ones. Unknown words lower the score and one slip per word is forgiven. A question that negates, names other numbers or
/// says `off` instead of `on` is not answered by that phrasing. The result is the same in every process.
///
/// It knows words, not meanings: a question that shares none with its entry is not found. Building takes about 30 µs per
/// phrasing in a release build, a match among 10,000 entries with 50,000 phrasings well under a millisecond.
public struct FAQIndex: Sendable {
    /// The entries, in the order they were given.
    public let entries: [FAQEntry]

    /// How sure a match must be.
    public let matching: FAQMatching

    /// How many entries are looked at for a rival that may answer.
    private static let rivals = 8
    static let anyLanguage: Int16 = -1

    var vocabulary = FAQVocabulary()
    var languages = FAQLanguages()
    var weights: [Float] = []
    var phrasings: [FAQPhrasing] = []
    /// The terms of each phrasing, of each entry, those only one phrasing of the entry has, and those of the answer.
    var phrasingTerms = Rows()
    var entryTerms = Rows()
    var loneTerms = Rows()
    var answerTerms = Rows()
    /// The phrasings with each term.
    var postings = Rows()
    var entryLanguages: [Int16] = []
    var languageNames: [String] = []

    /// Indexes `entries`. Phrasings without a word in them are skipped.
    public init(_ entries: [FAQEntry], matching: FAQMatching = FAQMatching()) {
        self.entries = entries
        self.matching = matching
        build()
    }

    /// The answer to `text`, or `nil` when no entry is close enough or two are about equally close.
    ///
    /// - Parameters:
    ///   - text: The question.
    ///   - language: The language of the question, if known: entries of other languages are left out.
    public func match(_ text: String, language: String? = nil) -> FAQMatch? {
        let ranked = ranked(text, language: language, limit: Self.rivals)
        // When the closest one has an objection, the question is about the opposite of what is written.
        guard let best = ranked.first, best.objection == nil, best.score >= matching.threshold else { return nil }
        let rival = ranked.dropFirst().first { $0.objection == nil }
        if let rival, best.score - rival.score < matching.margin { return nil }
        return best
    }

    /// The entries closest to `text`, best first, each once, including those too far away to answer.
    ///
    /// - Parameters:
    ///   - text: The question.
    ///   - language: The language of the question, if known: entries of other languages are left out.
    ///   - limit: How many entries at most.
    public func ranked(_ text: String, language: String? = nil, limit: Int = 5) -> [FAQMatch] {
        guard limit > 0, text.unicodeScalars.count <= matching.maximumLength else { return [] }
        let query = FAQQuery(text, index: self)
        return FAQSearch(index: self, query: query, language: language).best(limit)
    }
}
