/// The words of two questions, each with its counterpart in the other.
struct Comparison: Sendable {
    let asked: [Word]
    let stored: [Word]
    /// For each word of the asked question the position of its counterpart; nil for grammar and for words without one.
    let partners: [Int?]
    /// The positions of words that need a counterpart and have none.
    let unmatchedAsked: [Int]
    let unmatchedStored: [Int]

    init(_ asked: [Word], _ stored: [Word]) {
        self.asked = asked
        self.stored = stored
        var partners = [Int?](repeating: nil, count: asked.count)
        var isUsed = [Bool](repeating: false, count: stored.count)
        for index in asked.indices where Self.isCompared(asked[index]) {
            let word = asked[index]
            var partner: Int?
            for other in stored.indices where word.matches(stored[other]) {
                if !isUsed[other], word.key == stored[other].key || partner == nil {
                    partner = other
                    if word.key == stored[other].key { break }
                }
                if partner == nil { partner = other }
            }
            if let partner {
                partners[index] = partner
                isUsed[partner] = true
            }
        }
        var left = asked.indices.filter { partners[$0] == nil && Self.isCompared(asked[$0]) }
        var right = stored.indices.filter { index in
            !isUsed[index] && Self.isCompared(stored[index]) && !asked.contains { $0.matches(stored[index]) }
        }
        Spellings.pairUp(&left, of: asked, with: &right, of: stored, partners: &partners)
        self.partners = partners
        unmatchedAsked = left
        unmatchedStored = right
    }

    private static func isCompared(_ word: Word) -> Bool {
        word.isContent || !word.classes.isDisjoint(with: [.date, .ordinal, .pair])
    }

    /// The words without a counterpart that satisfy a condition, of the asked and of the stored question.
    func unmatched(_ condition: (Word) -> Bool) -> (asked: [Word], stored: [Word]) {
        (
            unmatchedAsked.map { asked[$0] }.filter(condition),
            unmatchedStored.map { stored[$0] }.filter(condition)
        )
    }

    /// Words of one question in front of a common word for which the other question has nothing: `virtual card` and
    /// `card`.
    var qualifiers: [String] {
        qualifiers(unmatchedAsked, in: asked, without: unmatchedAsked)
            + qualifiers(unmatchedStored, in: stored, without: unmatchedStored)
    }

    private func qualifiers(_ positions: [Int], in words: [Word], without unmatched: [Int]) -> [String] {
        positions.filter { index in
            guard words[index].isStrong, words[index].classes.isDisjoint(with: [.failure, .period]),
                let object = Self.object(of: index, in: words)
            else { return false }
            return words[object].isContent && !unmatched.contains(object)
        }.map { words[$0].text }
    }

    /// Two different verbs with one object, both without a counterpart: `get a PIN` and `use a PIN`.
    var exchangedVerbs: [String]? {
        for one in unmatchedAsked where !asked[one].classes.isDisjoint(with: [.verb, .weakVerb]) {
            guard let object = Self.object(of: one, in: asked), asked[object].isContent else { continue }
            for other in unmatchedStored where !stored[other].classes.isDisjoint(with: [.verb, .weakVerb]) {
                if let same = Self.object(of: other, in: stored), asked[object].matches(stored[same]) {
                    return [asked[one].text, stored[other].text]
                }
            }
        }
        return nil
    }

    /// The position of the first word behind a word that is no article or possessive.
    private static func object(of index: Int, in words: [Word]) -> Int? {
        words.indices[(index + 1)...].first {
            words[$0].classes.isDisjoint(with: [.determiner, .light]) || words[$0].isContent
        }
    }
}
