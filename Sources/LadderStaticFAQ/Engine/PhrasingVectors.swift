import LadderCore

/// The vectors of all phrasings, at unit length and in the order of the phrasings.
struct PhrasingVectors: Sendable {
    private let vectors: [[Float]]

    init(_ vectors: [[Float]]) {
        self.vectors = vectors
    }

    /// Returns the cosine between a question and each phrasing, 0…1: an opposite direction counts as unrelated.
    func cosines(to question: [Float]) -> [Float] {
        vectors.map { min(1, max(0, $0.cosine(to: question))) }
    }
}
