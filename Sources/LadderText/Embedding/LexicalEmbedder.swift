public import LadderCore

/// An embedder that compares the words of texts, in the process and without a model.
///
/// It finds rephrasings that share most of their words or parts of words. It knows nothing of what words mean beyond a
/// table of synonyms.
public struct LexicalEmbedder: Embedder {
    /// The number of numbers in each vector.
    public let dimensions: Int

    /// Creates an embedder.
    public init(dimensions: Int = 384) {
        self.dimensions = dimensions
    }

    /// A name that changes with the vectors.
    public var id: String { "ladder-lexical-1@\(dimensions)" }

    /// Zero: it runs in the process.
    public var pricePerMillionTokens: Money? { .zero }

    /// `true`: a short text takes microseconds.
    public var answersAtOnce: Bool { true }

    /// Returns the vectors of the texts.
    public func embed(_ texts: [String]) async throws -> [[Float]] {
        texts.map(vector)
    }

    private func vector(of text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        for token in Tokenizer().tokens(text) {
            let hash = token.text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            vector[Int(hash % UInt64(dimensions))] += 1
        }
        if vector.allSatisfy({ $0 == 0 }) { vector[0] = 1 }
        return vector
    }
}
