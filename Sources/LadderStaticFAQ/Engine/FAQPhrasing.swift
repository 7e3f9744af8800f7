/// One indexed phrasing.
struct FAQPhrasing: Sendable {
    /// The position of its entry in the index.
    let entry: Int
    /// Its position among the phrasings of its entry.
    let number: Int
    let phrase: FAQPhrase
    /// Its terms, each once.
    let terms: [Int]
    /// The weight of all its terms together.
    var total: Float = 0
}
