/// Compares the oppositions that the words of two questions belong to.
enum Opposition {
    /// Returns two words on opposite sides of an opposition, where neither question has words of both sides.
    static func between(_ comparison: Comparison, in range: Range<UInt16>) -> [String]? {
        for one in comparison.first where isPole(one) {
            for pole in one.poles where range.contains(pole.opposition) {
                let opposite = Lexicon.Pole(opposition: pole.opposition, isFirst: !pole.isFirst)
                guard !has(opposite, comparison.first), let other = word(on: opposite, in: comparison.second),
                    !has(pole, comparison.second),
                    !one.matches(other)
                else { continue }
                return [one.text, other.text]
            }
        }
        return nil
    }

    /// Returns whether a word of several uses is used as one side of an opposition.
    private static func isPole(_ word: Word) -> Bool {
        guard !word.poles.isEmpty else { return false }
        return word.text != "on" && word.text != "off" || word.classes.contains(.particle)
    }

    private static func has(_ pole: Lexicon.Pole, _ words: [Word]) -> Bool {
        word(on: pole, in: words) != nil
    }

    private static func word(on pole: Lexicon.Pole, in words: [Word]) -> Word? {
        words.first { $0.poles.contains(pole) && isPole($0) }
    }
}
