import LadderCore

/// The error of an embedder whose result has the wrong shape or numbers that are not finite.
struct InvalidVectors: Error {}

extension Embedder {
    /// Embeds the phrasings in batches and validates the result: count, dimensions, finite numbers.
    func vectors(ofPhrasings texts: [String]) async throws -> PhrasingVectors {
        let batchSize = 64
        var vectors = PhrasingVectors(dimensions: dimensions)
        for start in stride(from: 0, to: texts.count, by: batchSize) {
            try Task.checkCancellation()
            let batch = Array(texts[start..<min(texts.count, start + batchSize)])
            let result = try await embed(batch)
            guard result.count == batch.count, vectors.append(result) else { throw InvalidVectors() }
        }
        return vectors
    }

    /// Embeds a question and validates the result.
    func vector(ofQuestion text: String) async throws -> [Float] {
        let result = try await embed([text])
        guard result.count == 1, let vector = PhrasingVectors.unitVector(of: result[0], dimensions: dimensions) else {
            throw InvalidVectors()
        }
        return vector
    }
}
