public import LadderCore

/// An embedder that compares the words of texts, in the process and without a model.
///
/// It finds rephrasings that share most of their words, parts of words or synonyms, also where they are ordered
/// differently. Beyond its tables of English synonyms and topics it knows nothing of what words mean, and in other
/// languages it compares spellings only. Two questions with opposite answers may have nearly the same words: use it
/// with the guards of SemanticCache, or the objections of StaticFAQ.
///
/// The vectors are the same in every process and on every machine. Only the first 2,048 Unicode scalars of a text
/// count. A text without letters, digits and symbols has a vector as well.
public struct LexicalEmbedder: Embedder {
    /// The number of numbers in each vector.
    public let dimensions: Int

    /// Creates an embedder.
    ///
    /// - Parameter dimensions: The number of numbers in each vector, rounded up to a multiple of 64 and held within
    ///   64…4,096. More dimensions tell more words apart and cost more memory and time.
    public init(dimensions: Int = 384) {
        self.dimensions = (min(max(dimensions, 64), 4_096) + 63) / 64 * 64
    }

    /// A name that changes with the vectors.
    public var id: String { "ladder-lexical-2@\(dimensions)" }

    /// Thresholds for use behind guards.
    ///
    /// They were chosen from a replay of 10,003 questions to one bank, without guards and with no questions held out:
    /// the share of answers with another label was 2.1 % at 0.99, 3.4 % at 0.97 and 4.8 % at 0.92. Measure yours.
    public var thresholds: SimilarityThresholds {
        SimilarityThresholds(standard: 0.97, strict: 0.99, faq: 0.92)
    }

    /// Zero: it runs in the process.
    public var pricePerMillionTokens: Money? { .zero }

    /// `true`: a short text takes microseconds.
    public var answersAtOnce: Bool { true }

    /// Returns the vectors of the texts, each of unit length.
    public func embed(_ texts: [String]) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        vectors.reserveCapacity(texts.count)
        for text in texts {
            try Task.checkCancellation()
            vectors.append(vector(of: text))
        }
        return vectors
    }

    /// The number of Unicode scalars of a text that count.
    private static let maximumLength = 2_048

    private func vector(of text: String) -> [Float] {
        var text = text
        if text.utf8.count > Self.maximumLength {
            text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.maximumLength)))
        }
        let folded = Folding.fold(text)
        var vector = LexicalReader.vector(of: folded, dimensions: dimensions)
        if vector.isZero { vector.add(LexicalFeature(.symbol, key: FeatureKey.of(folded), weight: 1)) }
        vector.spread()
        vector.normalize()
        return vector.numbers
    }
}
