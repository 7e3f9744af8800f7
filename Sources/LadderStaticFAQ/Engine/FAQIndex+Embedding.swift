extension FAQIndex {
    /// The number of phrasings whose words are scored in addition to their cosine.
    private static let finalists = 64

    /// The phrasings as they were written, in the order of the index.
    var phrasingTexts: [String] {
        phrasings.map { entries[$0.entry].phrasings[$0.number] }
    }

    /// Returns whether an embedder may be called for a question that the words alone did not answer.
    ///
    /// It may not when the closest phrasing asks for something else with the same words: the vectors of `on` and `off`
    /// are nearly the same.
    func isOpenToEmbedding(_ text: String, language: String?) -> Bool {
        guard text.unicodeScalars.count <= matching.maximumLength, !text.allSatisfy(\.isWhitespace) else {
            return false
        }
        guard let closest = ranked(text, language: language, limit: 1).first else { return true }
        return closest.objection == nil || closest.score < matching.threshold
    }

    /// Returns the answer by cosines and words together, or nil in doubt.
    ///
    /// - Parameter cosines: The cosine between the question and each phrasing, in the order of the index.
    func match(
        _ text: String, language: String?, cosines: [Float], policy: FAQEmbeddingPolicy, threshold: Double
    ) -> FAQMatch? {
        guard cosines.count == phrasings.count else { return nil }
        let query = FAQQuery(text, index: self)
        let search = FAQSearch(index: self, query: query, language: language)
        var closest: [Int: FAQMatch] = [:]
        for number in nearest(by: cosines, language: language) {
            let (cosine, words) = (Double(cosines[number]), Double(search.score(ofPhrasing: number)))
            let score = 1 - (1 - cosine) * (1 - min(1, max(0, policy.wordWeight)) * words)
            let phrasing = phrasings[number]
            // The closest phrasing decides about its entry: a second one must not overrule its objection.
            if let other = closest[phrasing.entry], other.score >= score { continue }
            let entry = entries[phrasing.entry]
            closest[phrasing.entry] = FAQMatch(
                entry: entry, phrasing: entry.phrasings[phrasing.number], score: score,
                objection: objection(ofPhrasing: number, to: query))
        }
        let ranked = closest.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }.map(\.value)
        return answer(among: ranked, threshold: threshold, margin: policy.margin)
    }

    private func nearest(by cosines: [Float], language: String?) -> [Int] {
        let allowed = phrasings.indices.filter { speaks(language, entry: phrasings[$0].entry) }
        guard allowed.count > Self.finalists else { return allowed }
        return Array(allowed.sorted { (cosines[$0], $1) > (cosines[$1], $0) }.prefix(Self.finalists))
    }
}
