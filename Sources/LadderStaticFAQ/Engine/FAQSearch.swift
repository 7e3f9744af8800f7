/// One look through the index.
struct FAQSearch {
    let index: FAQIndex
    let query: FAQQuery
    let language: String?

    private struct Find {
        let entry: Int32
        var phrasing: Int
        var score: Float
        var objection: FAQObjection?
    }

    /// How many phrasings are scored exactly; the others stand too far behind after counting shared words.
    private static let finalists = 256

    func best(_ limit: Int) -> [FAQMatch] {
        var places: [Int32: Int] = [:]
        var finds: [Find] = []
        for number in candidates() {
            let phrasing = index.phrasings[number]
            let objection = query.phrase.objection(to: phrasing.phrase)
            let find = Find(entry: phrasing.entry, phrasing: number, score: score(number), objection: objection)
            if let place = places[phrasing.entry] {
                if Self.isBetter(find, finds[place]) { finds[place] = find }
            } else {
                places[phrasing.entry] = finds.count
                finds.append(find)
            }
        }
        finds.sort { ($0.score, $1.entry) > ($1.score, $0.entry) }
        return finds.prefix(limit).map { find in
            let entry = index.entries[Int(find.entry)]
            return FAQMatch(
                entry: entry, phrasing: entry.phrasings[index.phrasings[find.phrasing].number],
                score: Double(find.score), objection: find.objection)
        }
    }

    /// A phrasing that may answer goes before one that may not, however close the latter is.
    private static func isBetter(_ left: Find, _ right: Find) -> Bool {
        let leftMay = left.objection == nil
        return leftMay == (right.objection == nil) ? left.score > right.score : leftMay
    }

    /// The phrasings that share the most, counted over the words that are not stop words, if there are such.
    private func candidates() -> [Int] {
        let words = query.words.filter { !$0.terms.isEmpty }
        let telling = words.filter { word in word.terms.contains { !index.vocabulary.isStopWord[Int($0)] } }
        let chosen = telling.isEmpty ? words : telling
        var shared = [Float](repeating: 0, count: index.phrasings.count)
        var touched: [Int32] = []
        for word in chosen {
            for term in word.terms {
                for phrasing in index.postings[Int(term)] {
                    if shared[Int(phrasing)] == 0 { touched.append(phrasing) }
                    shared[Int(phrasing)] += max(.leastNormalMagnitude, word.weight * word.credit)
                }
            }
        }
        let code = language.map { index.languageCode($0) }
        if let code {
            touched.removeAll { number in
                let own = index.entryLanguages[Int(index.phrasings[Int(number)].entry)]
                return own != FAQIndex.anyLanguage && own != code
            }
        }
        touched.sort()
        guard touched.count > Self.finalists else { return touched.map(Int.init) }
        return closest(touched, shared)
    }

    /// The finalists by cosine, which does not favour long phrasings as the shared weight alone would.
    ///
    /// Counting them into steps finds the cut without sorting thousands.
    private func closest(_ touched: [Int32], _ shared: [Float]) -> [Int] {
        let steps = 256
        let cosines = touched.map { shared[Int($0)] / index.phrasings[Int($0)].total.squareRoot() }
        let highest = cosines.max() ?? 1
        var counts = [Int](repeating: 0, count: steps + 1)
        let places = cosines.map { Int($0 / highest * Float(steps)) }
        for place in places { counts[place] += 1 }
        var cut = steps
        var count = counts[steps]
        while cut > 0, count < Self.finalists {
            cut -= 1
            count += counts[cut]
        }
        var chosen: [Int] = []
        chosen.reserveCapacity(2 * Self.finalists)
        for (number, place) in zip(touched, places) where place > cut { chosen.append(Int(number)) }
        for (number, place) in zip(touched, places) where place == cut && chosen.count < 2 * Self.finalists {
            chosen.append(Int(number))
        }
        return chosen
    }

    /// The weighted harmonic mean of two shares: how much of the question the entry knows, and how much of the phrasing
    /// was asked.
    func score(_ number: Int) -> Float {
        let phrasing = index.phrasings[number]
        let entry = Int(phrasing.entry)
        let terms = index.phrasingTerms[number]
        var known: Float = 0
        var asked: Float = 0
        for word in query.words {
            let weight = word.weight * word.credit
            if let hit = word.terms.first(where: { terms.contains($0) }) {
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
