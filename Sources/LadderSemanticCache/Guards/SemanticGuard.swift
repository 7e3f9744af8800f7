/// A type that forbids to answer a question with the answer to a similar one.
///
/// Vectors place `turn on dark mode` and `turn off dark mode` next to each other. A guard looks at the words: it sees
/// both questions and their similarity, and returns a veto where one answer cannot serve both. A near hit is served
/// only where no guard objects.
///
/// ```swift
/// /// In a shop with two brands, an answer about one must not serve a question about the other.
/// struct BrandGuard: SemanticGuard {
///     let name = "brand"
///     let brands = ["acme", "globex"]
///
///     func veto(_ pair: QuestionPair) -> GuardVeto? {
///         let differing = brands.filter { pair.asked.text.lowercased().contains($0) != pair.stored.text.lowercased().contains($0) }
///         return differing.isEmpty ? nil : GuardVeto(by: name, reason: "the brands differ", evidence: differing)
///     }
/// }
/// ```
///
/// A guard takes microseconds, in proportion to the length of the questions, and never waits. It treats both questions
/// alike: exchanging them gives the same decision.
public protocol SemanticGuard: Sendable {
    /// The name of the guard, for traces and statistics.
    var name: String { get }

    /// Returns why the answer to one question must not serve the other; nil where the guard sees no difference.
    func veto(_ pair: QuestionPair) -> GuardVeto?
}
