public import LadderCore

/// A tool that measures on labelled pairs from which similarity on an embedder's hits are right.
///
/// ```swift
/// let pairs = try LabelledPair.pairs(
///     fromCSV: """
///         first,second,same
///         How do I reset my password?,I forgot my password,yes
///         Turn on dark mode,Turn off dark mode,no
///         """)
/// let report = try await SemanticCalibrator(pairs, embedder: LexicalEmbedder()).report()
/// print(report)
/// let threshold = report.threshold(forPrecision: 0.99)?.threshold
/// ```
///
/// The result is as good as the pairs: have some hundred of them, from real traffic, with those that look alike and
/// differ. The share of pairs with the same answer should be near that of the near hits in your traffic, because the
/// precision depends on it.
public struct SemanticCalibrator: Sendable {
    private let pairs: [LabelledPair]
    private let embedder: any Embedder
    private let guards: [any SemanticGuard]

    /// Creates a calibrator.
    ///
    /// - Parameters:
    ///   - pairs: The labelled pairs.
    ///   - embedder: The embedder whose thresholds are wanted. Each text is embedded once.
    ///   - guards: The guards that the cache has.
    public init(_ pairs: [LabelledPair], embedder: any Embedder, guards: [any SemanticGuard] = .standard) {
        self.pairs = pairs
        self.embedder = embedder
        self.guards = guards
    }

    /// Embeds all questions and returns the report.
    ///
    /// - Throws: What the embedder throws, or an error where its vectors are invalid.
    public func report() async throws -> CalibrationReport {
        var numbers: [String: Int] = [:]
        var texts: [String] = []
        for text in pairs.flatMap({ [$0.first, $0.second] }) where numbers[text] == nil {
            numbers[text] = texts.count
            texts.append(text)
        }
        let vectors = try await embedder.unitVectors(of: texts)
        let questions = texts.map { Question($0) }
        let scored = pairs.map { pair in
            guard let first = numbers[pair.first], let second = numbers[pair.second] else {
                return ScoredPair(pair, similarity: 0)
            }
            let similarity = Double(vectors[first].cosine(to: vectors[second]))
            let questions = QuestionPair(asked: questions[first], stored: questions[second], similarity: similarity)
            return ScoredPair(pair, similarity: similarity, veto: guards.firstVeto(of: questions)?.veto)
        }
        return CalibrationReport(scored, embedderID: embedder.id)
    }
}
