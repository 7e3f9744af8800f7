/// Compares the oppositions that the words of two questions belong to.
enum Opposition {
    /// A word that is on one side of an opposition.
    struct Place: Sendable {
        let pole: Lexicon.Pole
        /// The position of the word.
        let index: Int
    }

    static func places(of words: [Word]) -> [Place] {
        var places: [Place] = []
        for (index, word) in words.enumerated() where isPole(word) {
            for pole in word.poles { places.append(Place(pole: pole, index: index)) }
        }
        return places
    }

    /// Returns two words on opposite sides of an opposition, where neither question has words of both sides.
    static func between(_ pair: QuestionPair, in range: Range<UInt16>) -> [String]? {
        let asked = pair.asked.poles
        let stored = pair.stored.poles
        for place in asked where range.contains(place.pole.opposition) {
            let opposite = Lexicon.Pole(opposition: place.pole.opposition, isFirst: !place.pole.isFirst)
            guard !asked.contains(where: { $0.pole == opposite }), !stored.contains(where: { $0.pole == place.pole })
            else { continue }
            let ones = asked.filter { $0.pole == place.pole }.map { pair.asked.words[$0.index] }
            let others = stored.filter { $0.pole == opposite }.map { pair.stored.words[$0.index] }
            guard let other = others.first, !ones.contains(where: { others.contains(where: $0.matches) }) else {
                continue
            }
            return [ones[0].text, other.text]
        }
        return nil
    }

    /// Returns whether a word of several uses is used as one side of an opposition.
    private static func isPole(_ word: Word) -> Bool {
        guard !word.poles.isEmpty else { return false }
        return word.text != "on" && word.text != "off" || word.classes.contains(.particle)
    }
}
