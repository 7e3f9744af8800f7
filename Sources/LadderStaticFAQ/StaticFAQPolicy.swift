/// When written answers stand in, and what is said when there is none.
///
/// ```swift
/// var policy = StaticFAQPolicy()
/// policy.apologies = "Our assistant is resting. Please write to help@example.com."
/// policy.alsoAnswers = [.unauthorized]
/// let faq = StaticFAQ(entries, policy: policy)
/// ```
public struct StaticFAQPolicy: Hashable, Sendable {
    /// Failures that are passed on unless asked for: a caller should learn of them.
    public enum Failure: String, Hashable, Sendable, CaseIterable {
        /// A safety filter refused.
        case contentFiltered
        /// The provider refused the key.
        case unauthorized
        /// There is no such model.
        case modelNotFound
        /// The provider refused the request.
        case invalidRequest
    }

    /// How sure a match must be.
    public var matching: FAQMatching

    /// What is said when a call failed and no entry answers; `nil` passes the failure on.
    public var apologies: Apologies?

    /// Failures answered beyond those that always are.
    public var alsoAnswers: Set<Failure>

    /// How an embedder helps, where the layer has one.
    public var blend: FAQBlend

    /// The tag of `CallScope` that names the language of the caller; entries of other languages are then left out, and
    /// apologies are in that language where they have it.
    public var languageTag: String

    /// A policy, each option with its usual value unless given.
    public init(
        matching: FAQMatching = FAQMatching(), apologies: Apologies? = Apologies(),
        alsoAnswers: Set<Failure> = [], languageTag: String = "language", blend: FAQBlend = FAQBlend()
    ) {
        self.matching = matching
        self.apologies = apologies
        self.alsoAnswers = alsoAnswers
        self.languageTag = languageTag
        self.blend = blend
    }

    /// What is wrong with the options; empty when all is well.
    public var problems: [String] {
        matching.problems + (apologies?.problems ?? []) + blend.problems
    }
}
