import Ladder
import LadderTesting

/// The questions, the embedder and the guards that are measured.
struct SemanticSetup: Sendable {
    let questions: [LabelledQuestion]
    let embedder: any Embedder = LexicalEmbedder()
    let guards: [any SemanticGuard] = .standard

    init(_ questions: [LabelledQuestion]) {
        self.questions = questions
    }

    /// Returns the questions in a random order.
    func shuffled(seed: UInt64) -> [LabelledQuestion] {
        var random = SeededRandom(seed: seed)
        return questions.shuffled(using: &random)
    }
}
