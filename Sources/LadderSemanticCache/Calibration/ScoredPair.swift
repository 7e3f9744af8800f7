/// A labelled pair with what an embedder and guards say about it.
public struct ScoredPair: Sendable {
    /// The pair.
    public let pair: LabelledPair
    /// The cosine of the vectors of both questions.
    public let similarity: Double
    /// The first veto of a guard; nil where no guard objects.
    public let veto: GuardVeto?

    package init(_ pair: LabelledPair, similarity: Double, veto: GuardVeto? = nil) {
        self.pair = pair
        self.similarity = similarity.isFinite ? similarity : 0
        self.veto = veto
    }
}
