/// A piece of text that can be looked up: a word, a number, or a pair of characters.
package struct Token: Hashable, Sendable {
    /// The kinds of pieces that a text is cut into.
    package enum Kind: Hashable, Sendable {
        /// A word of a script that separates words, perhaps with digits in it.
        case word
        /// A number in its plain spelling: `1,000.50` is `1000.5`.
        case number
        /// Two neighbouring characters of a script that does not separate words, or a single character between others.
        case pair
    }

    /// The text of the piece after folding.
    package let text: String

    /// The kind that the tokenizer found for the piece.
    package let kind: Kind

    /// Creates a token of text that is folded already.
    package init(_ text: String, kind: Kind = .word) {
        self.text = text
        self.kind = kind
    }
}
