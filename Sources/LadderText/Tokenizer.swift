/// Cuts text of any script into tokens.
///
/// Words are runs of letters, marks and digits. `don't` and `dont` give `do`, `not`; `we'll` gives `we`, `will`;
/// `l'eau` gives `l`, `eau`; `e-mail` gives one word and `check-in` two. Scripts without spaces give overlapping pairs
/// of characters. Numbers get their plain spelling, and a unit right behind a number is a token of its own: `5kg`
/// gives `5`, `kg`.
package struct Tokenizer: Sendable {
    /// Creates a tokenizer; it has no options.
    package init() {}

    /// Returns the tokens of `text`, which is folded first.
    package func tokens(_ text: String) -> [Token] {
        tokens(folded: Folding.fold(text))
    }

    /// Returns the tokens of text that is folded already.
    package func tokens(folded text: String) -> [Token] {
        var scan = TokenScan(text)
        return scan.run()
    }
}
