/// One piece of text that can be looked up.
package struct Token: Hashable, Sendable {
    /// What kind of piece it is.
    package enum Kind: Hashable, Sendable {
        /// A word of a script that separates words, perhaps with digits in it.
        case word
        /// A number in its plain spelling: `1,000.50` is `1000.5`.
        case number
        /// Two neighbouring characters of a script that does not separate words, or a single one standing alone.
        case pair
    }

    /// The folded text.
    package let text: String
    package let kind: Kind

    package init(_ text: String, _ kind: Kind = .word) {
        self.text = text
        self.kind = kind
    }
}
