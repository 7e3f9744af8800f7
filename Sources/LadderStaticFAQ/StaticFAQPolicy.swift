/// When written answers stand in, and what is said when there is none.
///
/// ```swift
/// var policy = StaticFAQPolicy()
/// policy.apology = "Our assistant is resting. Please write to help@example.com."
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
    public var apology: String?

    /// Failures answered beyond those that always are.
    public var alsoAnswers: Set<Failure>

    /// The tag of `CallScope` that names the language of the caller; entries of other languages are then left out.
    public var languageTag: String

    /// The usual apology.
    public static let usualApology =
        "I am sorry, I cannot answer right now. Please try again in a little while."

    /// A policy, each option with its usual value unless given.
    public init(
        matching: FAQMatching = FAQMatching(), apology: String? = StaticFAQPolicy.usualApology,
        alsoAnswers: Set<Failure> = [], languageTag: String = "language"
    ) {
        self.matching = matching
        self.apology = apology
        self.alsoAnswers = alsoAnswers
        self.languageTag = languageTag
    }

    /// What is wrong with the options; empty when all is well.
    public var problems: [String] {
        var problems = matching.problems
        if let apology, apology.allSatisfy(\.isWhitespace) {
            problems.append("StaticFAQPolicy.apology is empty; give a text, or nil to pass failures on")
        }
        return problems
    }
}
