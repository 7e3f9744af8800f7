/// The words of two questions, each with its counterpart in the other.
struct Comparison: Sendable {
    let first: [Word]
    let second: [Word]
    /// For each word of the first question the position of its counterpart; nil for grammar and for words without one.
    let partners: [Int?]
    /// The positions of words that need a counterpart and have none.
    let unmatchedFirst: [Int]
    let unmatchedSecond: [Int]

    init(_ first: [Word], _ second: [Word]) {
        self.first = first
        self.second = second
        var partners = [Int?](repeating: nil, count: first.count)
        var isUsed = [Bool](repeating: false, count: second.count)
        for index in first.indices where Self.isCompared(first[index]) {
            let word = first[index]
            var partner: Int?
            for other in second.indices where word.matches(second[other]) {
                if !isUsed[other], word.key == second[other].key || partner == nil {
                    partner = other
                    if word.key == second[other].key { break }
                }
                if partner == nil { partner = other }
            }
            if let partner {
                partners[index] = partner
                isUsed[partner] = true
            }
        }
        var left = first.indices.filter { partners[$0] == nil && Self.isCompared(first[$0]) }
        var right = second.indices.filter { index in
            !isUsed[index] && Self.isCompared(second[index]) && !first.contains { $0.matches(second[index]) }
        }
        Spellings.pairUp(&left, of: first, with: &right, of: second, partners: &partners)
        self.partners = partners
        unmatchedFirst = left
        unmatchedSecond = right
    }

    private static func isCompared(_ word: Word) -> Bool {
        word.isContent || !word.classes.isDisjoint(with: [.date, .ordinal, .pair])
    }

    /// The words without a counterpart that satisfy a condition, of the first and of the second question.
    func unmatched(_ condition: (Word) -> Bool) -> (first: [Word], second: [Word]) {
        (
            unmatchedFirst.map { first[$0] }.filter(condition),
            unmatchedSecond.map { second[$0] }.filter(condition)
        )
    }

    /// Words of one question in front of a common word for which the other question has nothing: `virtual card` and
    /// `card`.
    ///
    /// A verb counts only where both ask how to do something: `how do I verify a transfer` and `how do I transfer`.
    /// Otherwise it is often left out, as in `I need a copy` and `send me a copy`.
    var qualifiers: [String] {
        let countsVerbs = Self.asksHow(first) && Self.asksHow(second)
        return qualifiers(unmatchedFirst, in: first, countsVerbs: countsVerbs)
            + qualifiers(unmatchedSecond, in: second, countsVerbs: countsVerbs)
    }

    private static func asksHow(_ words: [Word]) -> Bool { words.contains { $0.text == "how" } }

    private func qualifiers(_ unmatched: [Int], in words: [Word], countsVerbs: Bool) -> [String] {
        unmatched.filter { index in
            guard words[index].isStrong, words[index].classes.isDisjoint(with: [.failure, .period]),
                countsVerbs || !words[index].isVerb, let object = Self.object(of: index, in: words)
            else { return false }
            return words[object].isContent && !unmatched.contains(object)
        }.map { words[$0].text }
    }

    /// Two different verbs with one object, both without a counterpart: `get a PIN` and `use a PIN`.
    var exchangedVerbs: [String]? {
        for one in unmatchedFirst where Self.isAction(first[one]) {
            guard let object = Self.object(of: one, in: first), first[object].isContent else { continue }
            for other in unmatchedSecond where Self.isAction(second[other]) {
                if let same = Self.object(of: other, in: second), first[object].matches(second[same]) {
                    return [first[one].text, second[other].text]
                }
            }
        }
        return nil
    }

    private static func isAction(_ word: Word) -> Bool {
        !word.classes.isDisjoint(with: [.verb, .weakVerb]) && !word.classes.contains(.auxiliary)
    }

    /// The position of the first word behind a word that is no article or possessive.
    private static func object(of index: Int, in words: [Word]) -> Int? {
        words.indices[(index + 1)...].first {
            words[$0].classes.isDisjoint(with: [.determiner, .light]) || words[$0].isContent
        }
    }
}
