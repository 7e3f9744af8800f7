import LadderCore

/// The rules for how an embedder helps to find an entry that has no words in common with the question.
///
/// The layer calls the embedder only when a call has failed and the words alone find no answer, so calls that succeed
/// and clear questions cost nothing. The cosine and the score of the words are combined: shared words raise a cosine
/// and never lower it.
///
/// ```swift
/// var policy = StaticFAQPolicy()
/// policy.embedding.threshold = 0.88
/// policy.embedding.timeLimit = .milliseconds(150)
/// let entries = [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
/// let embedder: (any Embedder)? = nil  // yours
/// let faq = StaticFAQ(entries, policy: policy, embedder: embedder)
/// ```
public struct FAQEmbeddingPolicy: Hashable, Sendable {
    /// The lowest combined score of an answer, 0…1; nil takes `thresholds.faq` of the embedder.
    public var threshold: Double?

    /// How far the best entry must be ahead of the next best other entry, 0…1.
    public var margin: Double

    /// The share of the distance between the cosine and 1 that a full match of the words closes, 0…1.
    public var wordWeight: Double

    /// How long a failed call waits for the embedder at most, within the deadline of the call.
    public var timeLimit: Duration

    /// How long embedding all phrasings may take, once, in the background.
    public var preparationLimit: Duration

    /// How long an embedder is not called after it failed, hung, or returned invalid vectors.
    public var cooldown: Duration

    /// Whether the phrasings are embedded during the first call, so that they are ready when a call fails; otherwise
    /// during the first call that fails.
    public var preparesEarly: Bool

    /// Creates a policy; each option has its standard value unless given.
    public init(
        threshold: Double? = nil, margin: Double = 0.03, wordWeight: Double = 0.2,
        timeLimit: Duration = .milliseconds(300), preparationLimit: Duration = .seconds(30),
        cooldown: Duration = .seconds(30), preparesEarly: Bool = true
    ) {
        self.threshold = threshold
        self.margin = margin
        self.wordWeight = wordWeight
        self.timeLimit = timeLimit
        self.preparationLimit = preparationLimit
        self.cooldown = cooldown
        self.preparesEarly = preparesEarly
    }

    /// The number of phrasings up to which a layer can have an embedder.
    static let maximumPhrasings = 20_000

    /// The number of dimensions up to which an embedder can be used.
    static let maximumDimensions = 8_192

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "FAQEmbeddingPolicy")
        if let threshold { checks.require("threshold", value: threshold, in: 0...1) }
        checks.require("margin", value: margin, in: 0...1)
        checks.require("wordWeight", value: wordWeight, in: 0...1)
        checks.require("timeLimit", value: timeLimit, in: .milliseconds(1)...(.seconds(60)))
        checks.require("preparationLimit", value: preparationLimit, in: .milliseconds(1)...(.seconds(3_600)))
        checks.require("cooldown", value: cooldown, in: .milliseconds(1)...(.seconds(86_400)))
        return checks.problems
    }
}
