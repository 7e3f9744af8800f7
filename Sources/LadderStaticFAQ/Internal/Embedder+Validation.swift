import LadderCore

/// Asks an embedder and believes nothing it has not looked at.
enum FAQEmbedding {
    /// What came back is not what was asked for.
    struct UnusableVectors: Error {}

    private static let batch = 64

    static func vectors(of texts: [String], by embedder: any Embedder) async throws -> FAQVectors {
        var vectors = FAQVectors(dimensions: embedder.dimensions)
        var start = 0
        while start < texts.count {
            try Task.checkCancellation()
            let batch = Array(texts[start..<min(texts.count, start + Self.batch)])
            let answer = try await embedder.embed(batch)
            guard answer.count == batch.count, vectors.append(answer) else { throw UnusableVectors() }
            start += batch.count
        }
        return vectors
    }

    static func row(of text: String, by embedder: any Embedder) async throws -> FAQVectors.Row {
        let answer = try await embedder.embed([text])
        guard answer.count == 1, let row = FAQVectors.row(answer[0], dimensions: embedder.dimensions) else {
            throw UnusableVectors()
        }
        return row
    }
}
