import LadderText

/// One look through the index.
struct FAQSearch {
    let index: FAQIndex
    let query: FAQQuery
    let language: String?

    /// How many phrasings are scored exactly; the rest stands too far behind after counting shared words.
    private static let finalists = 256

    func best(_ limit: Int) -> [FAQMatch] {
        var best: [Int32: (phrasing: Int, score: Float, objection: FAQObjection?)] = [:]
        var order: [Int32] = []
        for number in candidates() {
            let phrasing = index.phrasings[number]
            let score = score(number)
            let objection = query.phrase.objection(to: phrasing.phrase)
            if let known = best[phrasing.entry] {
                // A phrasing that may answer goes before one that may not, however close the latter is.
                let mayAnswer = objection == nil
                if mayAnswer == (known.objection == nil) ? score <= known.score : !mayAnswer { continue }
            } else {
                order.append(phrasing.entry)
            }
            best[phrasing.entry] = (number, score, objection)
        }
        let ranked = order.compactMap { entry in best[entry].map { (entry: entry, found: $0) } }.sorted {
            ($0.found.score, $1.entry) > ($1.found.score, $0.entry)
        }
        return ranked.prefix(limit).map { entry, found in
            let entry = index.entries[Int(entry)]
            return FAQMatch(
                entry: entry, phrasing: entry.phrasings[index.phrasings[found.phrasing].number],
                score: Double(found.score), objection: found.objection)
        }
    }

    /// The phrasings that share the most, counted over the words that are not stop words, if there are such.
    private func candidates() -> [Int] {
        let words = query.words.filter { !$0.terms.isEmpty }
        let telling = words.filter { word in word.terms.contains { !index.vocabulary.isStopWord[Int($0)] } }
        var shared = [Float](repeating: 0, count: index.phrasings.count)
        var lastWord = [UInt16](repeating: 0, count: index.phrasings.count)
        var touched: [Int32] = []
        for (number, word) in (telling.isEmpty ? words : telling).enumerated() {
            for term in word.terms {
                for phrasing in index.postings[Int(term)] {
                    let place = Int(phrasing)
                    guard lastWord[place] != UInt16(truncatingIfNeeded: number + 1) else { continue }
                    if lastWord[place] == 0 { touched.append(phrasing) }
                    lastWord[place] = UInt16(truncatingIfNeeded: number + 1)
                    shared[place] += word.weight * word.credit
                }
            }
        }
        let reachable = touched.filter { isInLanguage(index.phrasings[Int($0)].entry) }
        guard reachable.count > Self.finalists else { return reachable.sorted().map(Int.init) }
        // Shared weight alone favours long phrasings; a cosine does not.
        let ranked = reachable.map { ($0, shared[Int($0)] / index.phrasings[Int($0)].total.squareRoot()) }
            .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
        return ranked.prefix(Self.finalists).map { Int($0.0) }.sorted()
    }

    private func isInLanguage(_ entry: Int32) -> Bool {
        guard let language, let other = index.entries[Int(entry)].language else { return true }
        return FAQLanguages.primary(language) == FAQLanguages.primary(other)
    }

    /// The geometric mean of two shares: how much of the question the entry knows, how much of the phrasing was asked.
    private func score(_ number: Int) -> Float {
        let phrasing = index.phrasings[number]
        let terms = index.phrasingTerms[number]
        let siblings = index.entryTerms[Int(phrasing.entry)]
        var known: Float = 0
        var asked: Float = 0
        for word in query.words {
            if let hit = word.terms.first(where: { terms.contains($0) }) {
                known += word.weight * word.credit
                asked += index.salience(hit, in: Int(phrasing.entry)) * word.credit
            } else if word.terms.contains(where: { siblings.contains($0) }) {
                known += word.weight * word.credit * index.scoring.sibling
            } else if word.terms.contains(where: { index.answerTerms[Int(phrasing.entry)].contains($0) }) {
                known += word.weight * word.credit * index.scoring.answer
            }
        }
        guard query.total > 0, phrasing.total > 0 else { return 0 }
        let q = known / query.total
        let p = min(1, asked / phrasing.total)
        if index.scoring.mean == 0 { return (q * p).squareRoot() }
        guard q > 0, p > 0 else { return 0 }
        return 1 / (index.scoring.side / q + (1 - index.scoring.side) / p)
    }
}
