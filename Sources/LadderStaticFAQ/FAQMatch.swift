/// An entry that was found for a question, and how well it fits.
public struct FAQMatch: Hashable, Sendable {
    /// The entry.
    public let entry: FAQEntry

    /// Its phrasing that comes closest.
    public let phrasing: String

    /// How much of what matters the question and the phrasing share, 0…1.
    public let score: Double

    /// What forbids the answer in spite of the score; always `nil` for what `FAQIndex.match` returns.
    public let objection: FAQObjection?
}
