/// One indexed phrasing.
struct FAQPhrasing: Sendable {
    let entry: Int32
    /// Its place among the phrasings of its entry.
    let number: Int
    let phrase: FAQPhrase
    /// What its words weigh together.
    var total: Float = 0
}
