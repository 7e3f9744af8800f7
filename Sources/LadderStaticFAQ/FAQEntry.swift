/// A written answer and the ways people ask for it.
///
/// Give each entry several phrasings that differ in their words, not only in their order: three to six, as customers
/// really write them.
///
/// ```swift
/// let entry = FAQEntry(
///     id: "refund-time",
///     phrasings: ["How long does a refund take?", "When do I get my money back?"],
///     answer: "Refunds arrive within five working days."
/// )
/// ```
public struct FAQEntry: Hashable, Sendable {
    /// A name that is unique among the entries; it appears in traces, where the answer does not.
    public var id: String

    /// Ways to ask, in the words of the people who ask.
    public var phrasings: [String]

    /// What is answered.
    public var answer: String

    /// The language of the phrasings as a BCP 47 tag, such as `de` or `pt-BR`; `nil` when it does not matter.
    public var language: String?

    /// Whether a match answers at once, before any model is asked.
    public var answersFirst: Bool

    /// Makes an entry.
    public init(
        id: String, phrasings: [String], answer: String, language: String? = nil, answersFirst: Bool = false
    ) {
        self.id = id
        self.phrasings = phrasings
        self.answer = answer
        self.language = language
        self.answersFirst = answersFirst
    }
}
