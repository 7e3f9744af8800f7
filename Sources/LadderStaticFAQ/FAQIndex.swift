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
/// A question and a phrasing are compared by the words they share, in any order; rare words count more than common
/// ones. Unknown words lower the score, and each word may have one typing error. An entry does not answer a question
/// that asks for something else with nearly the same words: ``FAQObjection`` lists the cases. The result is the same
/// in every process.
///
/// It compares words, not meanings: a question that shares none with its entry is not found. Building takes about 30
/// µs for each phrasing in a release build, a match among 10,000 entries with 50,000 phrasings less than a
/// millisecond.
public struct FAQIndex: Sendable {
    /// The entries, in the order they were given.
    public let entries: [FAQEntry]

    /// How close a question must be to an entry.
    public let matching: FAQMatchingPolicy

    /// The number of closest entries among which a rival of the best one is looked for.
    private static let rivals = 8

    var vocabulary = FAQVocabulary()
    var languages = FAQLanguages()
    /// How much each term counts.
    var weights: [Float] = []
    var phrasings: [FAQPhrasing] = []
    /// The terms of each entry, those that only one phrasing of the entry has, and those of its answer.
    var entryTerms: [[Int]] = []
    var loneTerms: [[Int]] = []
    var answerTerms: [[Int]] = []
    /// What each entry can answer, and the primary language it is written in; nil when that does not matter.
    var entryScopes: [FAQScope] = []
    var entryLanguages: [String?] = []
    /// The phrasings with each term.
    var postings: [[Int]] = []

    /// Creates an index of `entries`. Phrasings without a word in them are skipped.
    public init(_ entries: [FAQEntry], matching: FAQMatchingPolicy = FAQMatchingPolicy()) {
        self.entries = entries
        self.matching = matching
        build()
    }

    /// Returns the answer to a question, or nil when no entry is close enough or two are about equally close.
    ///
    /// - Parameters:
    ///   - text: The question.
    ///   - language: The language of the question, if it is known: entries of other languages are left out.
    public func match(_ text: String, language: String? = nil) -> FAQMatch? {
        let ranked = ranked(text, language: language, limit: Self.rivals)
        return answer(among: ranked, threshold: matching.threshold, margin: matching.margin)
    }

    /// Returns the entries closest to a question, best first, each once, including those too far away to answer.
    ///
    /// - Parameters:
    ///   - text: The question.
    ///   - language: The language of the question, if it is known: entries of other languages are left out.
    ///   - limit: The maximum number of entries.
    public func ranked(_ text: String, language: String? = nil, limit: Int = 5) -> [FAQMatch] {
        guard limit > 0, text.unicodeScalars.count <= matching.maximumLength else { return [] }
        let query = FAQQuery(text, index: self)
        return FAQSearch(index: self, query: query, language: language).best(limit)
    }

    /// Returns the best match if it may answer and no rival is too close.
    func answer(among ranked: [FAQMatch], threshold: Double, margin: Double) -> FAQMatch? {
        // When the closest entry has an objection, the question is about something that is not written down.
        guard let best = ranked.first, best.objection == nil, best.score >= threshold else { return nil }
        let rival = ranked.dropFirst().first { $0.objection == nil }
        if let rival, best.score - rival.score < margin { return nil }
        return best
    }

    /// Returns what forbids that a phrasing or its entry answers the question, or nil.
    func objection(ofPhrasing number: Int, to query: FAQQuery) -> FAQObjection? {
        let phrasing = phrasings[number]
        return query.phrase.objection(to: phrasing.phrase)
            ?? entryScopes[phrasing.entry].objection(to: query.phrase, asking: query.asked)
    }

    /// Returns whether an entry may answer a caller of this language; nil is any language.
    func speaks(_ language: String?, entry: Int) -> Bool {
        guard let language, let own = entryLanguages[entry] else { return true }
        return own == FAQLanguages.primary(language)
    }
}
