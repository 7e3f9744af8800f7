public import LadderCore

/// A replay of questions against a semantic cache that begins empty and stores each question it cannot answer.
///
/// It shows what pairs cannot: how often a question is asked again at all, and how often, among thousands of stored
/// ones, something wrong is the nearest.
///
/// ```swift
/// let questions = [
///     LabelledQuestion("How do I reset my password?", label: "password"),
///     LabelledQuestion("I forgot my password", label: "password"),
/// ]
/// let replay = SemanticReplay(questions, embedder: LexicalEmbedder())
/// for result in try await replay.results(thresholds: [0.8, 0.9], maximumEntries: [100, 10_000]) {
///     print(result.threshold, result.maximumEntries, result.hitRate.value, result.wrongPerThousand)
/// }
/// ```
public struct SemanticReplay: Sendable {
    /// An answer that the cache would have served.
    package struct Hit: Sendable {
        package let asked: LabelledQuestion
        package let stored: LabelledQuestion
        package let similarity: Double

        package var isRight: Bool { asked.label == stored.label }
    }

    private let questions: [LabelledQuestion]
    private let embedder: any Embedder
    private let guards: [any SemanticGuard]

    /// Creates a replay.
    ///
    /// - Parameters:
    ///   - questions: The questions in the order in which they are asked.
    ///   - embedder: The embedder of the cache. Each question is embedded once for all results.
    ///   - guards: The guards of the cache.
    public init(_ questions: [LabelledQuestion], embedder: any Embedder, guards: [any SemanticGuard] = .standard) {
        self.questions = questions
        self.embedder = embedder
        self.guards = guards
    }

    /// Asks all questions once for each threshold and each size of the store, and returns the results in that order.
    ///
    /// - Throws: What the embedder throws, or an error where its vectors are invalid.
    public func results(thresholds: [Double], maximumEntries: [Int] = [10_000]) async throws -> [ReplayResult] {
        try await results(thresholds: thresholds, maximumEntries: maximumEntries) { _, _ in }
    }

    /// Does the same, and reports each hit with the threshold at which it happened.
    package func results(
        thresholds: [Double], maximumEntries: [Int], onHit: (Hit, Double) -> Void
    ) async throws -> [ReplayResult] {
        let vectors = try await embedder.unitVectors(of: questions.map(\.text))
        let compared = questions.map { Question($0.text) }
        var results: [ReplayResult] = []
        for threshold in thresholds {
            for size in maximumEntries {
                try Task.checkCancellation()
                var result = ReplayResult(threshold: threshold, maximumEntries: size)
                var store = ReplayStore(dimensions: embedder.dimensions, capacity: size)
                for number in questions.indices {
                    let asked = questions[number]
                    let found = store.nearest(to: vectors[number], atLeast: threshold)
                    let served = found.first { candidate in
                        let pair = QuestionPair(
                            asked: compared[number], stored: compared[candidate.number],
                            similarity: candidate.similarity)
                        return guards.firstVeto(of: pair) == nil
                    }
                    result.questions += 1
                    guard let served else {
                        if !found.isEmpty { result.vetoedMisses += 1 }
                        store.insert(number, vector: vectors[number])
                        continue
                    }
                    store.touch(served.number)
                    let hit = Hit(asked: asked, stored: questions[served.number], similarity: served.similarity)
                    result.hits += 1
                    if !hit.isRight { result.wrongHits += 1 }
                    onHit(hit, threshold)
                }
                results.append(result)
            }
        }
        return results
    }
}
