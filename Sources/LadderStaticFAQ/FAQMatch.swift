/// An entry that was found for a question, and how well it fits.
public struct FAQMatch: Hashable, Sendable {
    /// The entry that was found.
    public let entry: FAQEntry

    /// The phrasing of the entry that is closest to the question.
    public let phrasing: String

    /// The share of the important words that question and phrasing have in common, 0…1.
    public let score: Double

    /// What forbids the answer in spite of the score; always nil for a result of ``FAQIndex/match(_:language:)``.
    public let objection: FAQObjection?
}
