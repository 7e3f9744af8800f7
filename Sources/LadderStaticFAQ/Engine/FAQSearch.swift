/// A search for the phrasings that share the most words with a question.
struct FAQSearch {
    let index: FAQIndex
    let query: FAQQuery
    let language: String?

    private struct Find {
        let entry: Int
        var phrasing: Int
        var score: Float
        var objection: FAQObjection?
    }

    /// The number of phrasings that are scored exactly; a count of shared words ranks the others far behind.
    private static let finalists = 256

    /// Returns the closest entries with the best phrasing of each.
    func best(_ limit: Int) -> [FAQMatch] {
        var finds: [Int: Find] = [:]
        for number in candidates() {
            let find = Find(
                entry: index.phrasings[number].entry, phrasing: number, score: score(ofPhrasing: number),
                objection: index.objection(ofPhrasing: number, to: query))
            if let other = finds[find.entry], !Self.isBetter(find, than: other) { continue }
            finds[find.entry] = find
        }
        let sorted = finds.values.sorted { ($0.score, $1.entry) > ($1.score, $0.entry) }
        return sorted.prefix(limit).map { find in
            let entry = index.entries[find.entry]
            return FAQMatch(
                entry: entry, phrasing: entry.phrasings[index.phrasings[find.phrasing].number],
                score: Double(find.score), objection: find.objection)
        }
    }

    /// A phrasing that may answer goes before one that may not, however close the latter is.
    private static func isBetter(_ left: Find, than right: Find) -> Bool {
        let leftMay = left.objection == nil
        return leftMay == (right.objection == nil) ? left.score > right.score : leftMay
    }

    /// Returns the phrasings that share the most, counted without stop words if the question has other words.
    private func candidates() -> [Int] {
        let words = query.words.filter { !$0.terms.isEmpty }
        let contentWords = words.filter { word in word.terms.contains { !index.vocabulary.isStopWord[$0] } }
        var shared = [Float](repeating: 0, count: index.phrasings.count)
        for word in contentWords.isEmpty ? words : contentWords {
            for phrasing in word.terms.flatMap({ index.postings[$0] }) {
                shared[phrasing] += word.weight * word.credit
            }
        }
        let allowed = shared.indices.filter {
            shared[$0] > 0 && index.speaks(language, entry: index.phrasings[$0].entry)
        }
        guard allowed.count > Self.finalists else { return allowed }
        // The cosine does not favour long phrasings, as the shared weight alone would.
        let cosines = allowed.map { (number: $0, value: shared[$0] / index.phrasings[$0].total.squareRoot()) }
        return cosines.sorted { ($0.value, $1.number) > ($1.value, $0.number) }.prefix(Self.finalists).map(\.number)
    }

    /// Returns the weighted harmonic mean of two shares: how much of the question the entry covers, and how much of the
    /// phrasing was asked.
    func score(ofPhrasing number: Int) -> Float {
        let phrasing = index.phrasings[number]
        let entry = phrasing.entry
        var known: Float = 0
        var asked: Float = 0
        for word in query.words {
            let weight = word.weight * word.credit
            if let hit = word.terms.first(where: { phrasing.terms.contains($0) }) {
                known += weight
                asked += index.salience(hit, in: entry) * word.credit
            } else if word.terms.contains(where: { index.entryTerms[entry].contains($0) }) {
                known += weight * FAQScoring.siblingCredit
            } else if word.terms.contains(where: { index.answerTerms[entry].contains($0) }) {
                known += weight * FAQScoring.answerCredit
            }
        }
        guard known > 0, asked > 0 else { return 0 }
        let side = FAQScoring.questionSide
        return min(1, 1 / (side * query.total / known + (1 - side) * phrasing.total / asked))
    }
}
