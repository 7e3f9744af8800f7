/// What the guards know of a word's part in a question.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// Grammar without meaning of its own: `the`, `I`, `of`, `do`.
    static let function = WordClasses(rawValue: 1 << 0)
    /// A word of a frame around the question, such as `explain` or `way`.
    static let light = WordClasses(rawValue: 1 << 1)
    /// A verb that says little without its object: `get`, `use`, `make`.
    static let weakVerb = WordClasses(rawValue: 1 << 2)
    /// A verb.
    static let verb = WordClasses(rawValue: 1 << 3)
    /// A word that negates.
    static let negator = WordClasses(rawValue: 1 << 4)
    /// A word that may say the same as a negation: `unable`, `broken`, `fails`.
    static let failure = WordClasses(rawValue: 1 << 5)
    /// A word that begins a condition or a place: `for`, `on`, `during`.
    static let scope = WordClasses(rawValue: 1 << 6)
    /// A word that restricts or widens: `only`, `except`, `including`.
    static let restriction = WordClasses(rawValue: 1 << 7)
    /// A weekday, a month, a season, a holiday, a part of the day, or a day as seen from the present.
    static let date = WordClasses(rawValue: 1 << 8)
    /// A number in digits or letters.
    static let number = WordClasses(rawValue: 1 << 9)
    /// A position in an order: `first`, `last`.
    static let ordinal = WordClasses(rawValue: 1 << 10)
    /// A superlative such as `largest`.
    static let superlative = WordClasses(rawValue: 1 << 11)
    /// An article or a possessive.
    static let determiner = WordClasses(rawValue: 1 << 12)
    /// `I`, `you` and other words for the subject of a sentence.
    static let pronoun = WordClasses(rawValue: 1 << 13)
    /// A verb that begins a question or carries its tense.
    static let auxiliary = WordClasses(rawValue: 1 << 14)
    /// A length of time: `week`, `month`.
    static let period = WordClasses(rawValue: 1 << 15)
    /// A unit of measure.
    static let unit = WordClasses(rawValue: 1 << 16)
    /// A character pair of a script without spaces.
    static let pair = WordClasses(rawValue: 1 << 17)
    /// `on`, `off`, `in`, `out`, `up`, `down`: behind a verb they change what it does.
    static let particle = WordClasses(rawValue: 1 << 18)
    /// A noun that is often said or left out without a difference: `account`, `city`.
    static let vague = WordClasses(rawValue: 1 << 19)
    /// `all`, `some`, `one`: how many of a thing are meant.
    static let share = WordClasses(rawValue: 1 << 20)

    /// The classes whose words have no counterpart to look for.
    static let silent: WordClasses = [.function, .light, .negator, .number, .restriction]
}
