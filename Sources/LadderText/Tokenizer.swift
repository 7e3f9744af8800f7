/// Cuts text of any script into tokens.
///
/// Words are runs of letters, marks and digits. `don't` is `do`, `not`, and so is `dont`; `we'll` is `we`, `will`; `l'eau` two
/// (`l`, `eau`), `e-mail` one, `check-in` two. Scripts without spaces give overlapping pairs of characters. Numbers come
/// in their plain spelling, and a unit glued to one is a token of its own: `5kg` is `5`, `kg`.
package struct Tokenizer: Sendable {
    package init() {}

    /// The tokens of `text`, which is folded first.
    package func tokens(_ text: String) -> [Token] {
        tokens(folded: Folding.fold(text))
    }

    /// The tokens of text that has been folded already.
    package func tokens(folded text: String) -> [Token] {
        var scan = TokenScan(text)
        return scan.run()
    }
}
