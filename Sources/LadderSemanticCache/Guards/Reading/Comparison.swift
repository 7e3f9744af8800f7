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
}
