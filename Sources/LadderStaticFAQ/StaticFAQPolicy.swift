public import LadderCore

/// The rules for when written answers replace a failure, and what is said when no entry answers.
///
/// ```swift
/// var policy = StaticFAQPolicy()
/// policy.apologies = "Our assistant is not available. Please write to help@example.com."
/// policy.rules = [.unauthorized: .answers]
/// let entries = [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
/// let faq = StaticFAQ(entries, policy: policy)
/// ```
public struct StaticFAQPolicy: Hashable, Sendable {
    /// How close a question must be to an entry.
    public var matching: FAQMatchingPolicy

    /// What is said when a call failed and no entry answers; nil rethrows the failure.
    public var apologies: Apologies?

    /// Kinds of failures for which the layer does something else than the error table says.
    ///
    /// By the table `contentFiltered`, `unauthorized`, `modelNotFound` and `invalidRequest` are thrown, because the
    /// operator should learn of them. `[.unauthorized: .answers]` answers them too, and `[.server: .never]` rethrows
    /// failed servers.
    public var rules: [ChatError.KindName: ErrorRules.FAQRule]

    /// The tag of `CallScope` that holds the caller's language, as a BCP 47 tag.
    ///
    /// Entries of other languages are left out, and apologies are in that language where they have it.
    public var languageTag: String

    /// How an embedder helps, where the layer has one.
    public var embedding: FAQEmbeddingPolicy

    /// Creates a policy; each option has its standard value unless given.
    public init(
        matching: FAQMatchingPolicy = FAQMatchingPolicy(), apologies: Apologies? = Apologies(),
        rules: [ChatError.KindName: ErrorRules.FAQRule] = [:], languageTag: String = "language",
        embedding: FAQEmbeddingPolicy = FAQEmbeddingPolicy()
    ) {
        self.matching = matching
        self.apologies = apologies
        self.rules = rules
        self.languageTag = languageTag
        self.embedding = embedding
    }

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        matching.problems + (apologies?.problems ?? []) + embedding.problems
    }
}
