/// The error of an embedder whose result has the wrong shape or numbers that are not finite.
package struct InvalidVectors: Error {}

extension Embedder {
    /// Embeds texts in batches and returns their vectors at unit length.
    ///
    /// - Throws: ``InvalidVectors`` where the number of vectors, their dimensions or their numbers are wrong; else what
    ///   the embedder throws.
    package func unitVectors(of texts: [String], inBatchesOf batchSize: Int = 64) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        vectors.reserveCapacity(texts.count)
        for start in stride(from: 0, to: texts.count, by: batchSize) {
            try Task.checkCancellation()
            let batch = Array(texts[start..<Swift.min(texts.count, start + batchSize)])
            let result = try await embed(batch)
            guard result.count == batch.count else { throw InvalidVectors() }
            for vector in result {
                guard let unit = vector.unitVector(dimensions: dimensions) else { throw InvalidVectors() }
                vectors.append(unit)
            }
        }
        return vectors
    }
}
