/// Words by which a text asks about the present, so that its answer is out of date soon.
package enum TimeSensitivity {
    /// Returns such words of English, German, French and Spanish in a text, in the order of the text and each once.
    ///
    /// `today`, `now`, `latest`, `this week`, `heute`, `aujourd'hui` and their like are found as whole words in any
    /// case and spelling of accents. `know` has no such word, and `nowadays` is none: it speaks of years. Some words
    /// of one language that are common in another with another meaning are left out: `hier` (French for yesterday,
    /// German for here) and `actual`. The time taken is in proportion to the length of the text.
    package static func words(in text: String) -> [String] {
        PhraseScan(text).phrases(from: TimePhrases.table)
    }
}
