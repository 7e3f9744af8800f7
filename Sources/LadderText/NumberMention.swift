/// A number that a text names, with its unit.
///
/// `1,000.50 kg`, `1.000,50 kilograms` and `1000.5kg` are equal mentions. Units are named, not converted: a kilogram
/// and 1,000 grams differ.
package struct NumberMention: Hashable, Sendable {
    /// The number, in the unit the text uses.
    package let value: Double

    /// The unit that the text names beside the number.
    package let unit: NumberUnit

    /// Creates a mention as a text would make it.
    package init(_ value: Double, unit: NumberUnit = .none) {
        self.value = value
        self.unit = unit
    }

    /// Returns the numbers in `text`, in order.
    ///
    /// Digits inside names (`mp3`, `iphone15`) are not numbers. English number words from two up are. A lone point or
    /// comma before exactly three digits groups thousands, as in `1.500 €` and `1,500`, unless a zero comes before it.
    /// `05/06/2024` is read month first, `05.06.2024` day first, wherever both are possible.
    package static func all(in text: String) -> [NumberMention] {
        all(folded: Folding.fold(NumberLexer.markingGroups(text)))
    }

    /// Returns the numbers in text that is folded already.
    package static func all(folded text: String) -> [NumberMention] {
        guard NumberLexer.mayMentionNumbers(text) else { return [] }
        var reader = NumberReader(NumberLexer.lexemes(of: text))
        return reader.run()
    }
}
