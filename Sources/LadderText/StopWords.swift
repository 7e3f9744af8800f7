/// Words that carry grammar and little meaning, in folded spelling.
///
/// Negations and words that turn a question around (`not`, `on`, `off`, `before`, `without`) are not among them.
package enum StopWords {
    /// The languages that have a list, as ISO 639-1 codes.
    package static let languages = ["de", "en", "es", "fr", "it", "nl", "pt"]

    /// Returns the stop words of one language, without regard to its region (`pt-BR`); empty for a language without a
    /// list.
    package static func words(_ language: String) -> Set<String> {
        if let words = lists[language] { return words }
        let code = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init)
        return code.flatMap { lists[$0] } ?? []
    }

    /// Returns whether a folded word is a stop word of `language`, or of any language when that is nil.
    package static func contains(_ word: String, language: String? = nil) -> Bool {
        language.map { words($0).contains(word) } ?? all.contains(word)
    }

    private static let lists = StopWordLists.lists.mapValues {
        Set($0.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let all = lists.values.reduce(into: Set<String>()) { $0.formUnion($1) }
}
