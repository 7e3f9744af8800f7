/// A written answer and the ways in which people ask for it.
///
/// Give each entry three to six phrasings that differ in their words, not only in their order, as customers write them.
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

    /// The ways to ask, in the words of users.
    public var phrasings: [String]

    /// The text that is returned for a question that matches.
    public var answer: String

    /// The language of the phrasings as a BCP 47 tag, such as `de` or `pt-BR`; nil when it does not matter.
    public var language: String?

    /// Whether the entry answers a matching question before any model is asked.
    public var answersFirst: Bool

    /// Creates an entry; by default it answers only when a call has failed.
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
