/// How an embedder helps to find the entry that no shared words lead to.
///
/// It is asked only when a call has failed and words alone find no answer, so clear questions and calls that succeed cost
/// nothing. Its cosine and the score of the words are blended: words can add to a cosine, never take from it.
///
/// ```swift
/// var policy = StaticFAQPolicy()
/// policy.blend.threshold = 0.88
/// policy.blend.timeLimit = .milliseconds(150)
/// let faq = StaticFAQ(entries, policy: policy, embedder: embedder)
/// ```
public struct FAQBlend: Hashable, Sendable {
    /// The least blended score of an answer, 0…1; `nil` is the embedder's lenient threshold.
    public var threshold: Double?

    /// How far the best entry must be ahead of the next best other entry, 0…1.
    public var margin: Double

    /// How much of the distance to 1 a full match of words would close, 0…1.
    public var wordWeight: Double

    /// How long a failed call waits for the embedder at most; the call's own deadline counts as well.
    public var timeLimit: Duration

    /// How long embedding all phrasings may take, once, beside the calls.
    public var preparationLimit: Duration

    /// How long an embedder that failed, hung or answered nonsense is left alone.
    public var rest: Duration

    /// Whether the phrasings are embedded beside the first call, so that they are there when one fails; otherwise they wait
    /// for the first failure.
    public var preparesEarly: Bool

    /// A blend, each option with its usual value unless given.
    public init(
        threshold: Double? = nil, margin: Double = 0.03, wordWeight: Double = 0.2,
        timeLimit: Duration = .milliseconds(300), preparationLimit: Duration = .seconds(30),
        rest: Duration = .seconds(30), preparesEarly: Bool = true
    ) {
        self.threshold = threshold
        self.margin = margin
        self.wordWeight = wordWeight
        self.timeLimit = timeLimit
        self.preparationLimit = preparationLimit
        self.rest = rest
        self.preparesEarly = preparesEarly
    }

    /// The most phrasings that are embedded, and the longest vectors.
    public static let maximumPhrasings = 20_000
    static let maximumDimensions = 8_192

    /// What is wrong with the options; empty when all is well.
    public var problems: [String] {
        var problems: [String] = []
        func share(_ name: String, _ value: Double) {
            if !(0...1).contains(value) { problems.append("FAQBlend.\(name) is \(value); allowed 0…1") }
        }
        func duration(_ name: String, _ value: Duration, from least: Duration, to most: Duration, _ range: String) {
            if value < least || value > most { problems.append("FAQBlend.\(name) is \(value); allowed \(range)") }
        }
        if let threshold { share("threshold", threshold) }
        share("margin", margin)
        share("wordWeight", wordWeight)
        duration("timeLimit", timeLimit, from: .milliseconds(1), to: .seconds(60), "1 ms…60 s")
        duration("preparationLimit", preparationLimit, from: .milliseconds(1), to: .seconds(3_600), "1 ms…1 h")
        duration("rest", rest, from: .milliseconds(1), to: .seconds(86_400), "1 ms…1 day")
        return problems
    }
}
