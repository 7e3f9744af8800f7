extension FAQIndex {
    /// The phrasings as they were written, in the order of the index.
    var phrasingTexts: [String] {
        phrasings.map { entries[Int($0.entry)].phrasings[$0.number] }
    }

    /// Whether an embedder may be asked about a question that words alone did not answer.
    ///
    /// Not when the closest phrasing says the opposite of it: vectors hardly know `on` from `off`.
    func mayMean(_ text: String, language: String?) -> Bool {
        guard text.unicodeScalars.count <= matching.maximumLength, !text.allSatisfy(\.isWhitespace) else {
            return false
        }
        guard let closest = ranked(text, language: language, limit: 1).first else { return true }
        return closest.objection == nil || closest.score < matching.threshold
    }

    /// The answer by the blend of cosines and words, or `nil` in doubt.
    func match(
        _ text: String, language: String?, cosines: [Float], blend: FAQBlend, threshold: Double
    ) -> FAQMatch? {
        guard cosines.count == phrasings.count else { return nil }
        let query = FAQQuery(text, index: self)
        let search = FAQSearch(index: self, query: query, language: language)
        var closest: [Int32: FAQMatch] = [:]
        for number in nearest(cosines, language) {
            let (cosine, words) = (Double(cosines[number]), Double(search.score(number)))
            let score = 1 - (1 - cosine) * (1 - min(1, max(0, blend.wordWeight)) * words)
            let phrasing = phrasings[number]
            // The closest phrasing speaks for its entry: a second one must not overrule its objection.
            if let other = closest[phrasing.entry], other.score >= score { continue }
            let entry = entries[Int(phrasing.entry)]
            closest[phrasing.entry] = FAQMatch(
                entry: entry, phrasing: entry.phrasings[phrasing.number], score: score,
                objection: query.phrase.objection(to: phrasing.phrase))
        }
        let ranked = closest.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }.map(\.value)
        guard let best = ranked.first, best.objection == nil, best.score >= threshold else { return nil }
        let rival = ranked.dropFirst().first { $0.objection == nil }
        if let rival, best.score - rival.score < blend.margin { return nil }
        return best
    }

    /// How many phrasings are scored by their words as well.
    private static let finalists = 64

    private func nearest(_ cosines: [Float], _ language: String?) -> [Int] {
        let code = language.map { languageCode($0) }
        let allowed = phrasings.indices.filter { number in
            guard let code else { return true }
            let own = entryLanguages[Int(phrasings[number].entry)]
            return own == Self.anyLanguage || own == code
        }
        guard allowed.count > Self.finalists else { return allowed }
        return Array(allowed.sorted { (cosines[$0], $1) > (cosines[$1], $0) }.prefix(Self.finalists))
    }
}
