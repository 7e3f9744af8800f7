import LadderCore

extension SemanticCall {
    /// What the store has under the key of a question.
    enum Fetch {
        case found(Found)
        /// The entry is too old for this call alone.
        case tooOld
        case gone
        case failed
    }

    /// Fetches the entry of a question, if it is valid and young enough for this call.
    func fetch(
        _ key: CacheKey, question: String, frame: SHA256Digest, in lookup: inout Lookup
    ) async throws -> Fetch {
        switch try await core.access.get(key, in: context) {
        case .failure(let error):
            count { $0.storeFailures += 1 }
            context.note(.noted, by: SemanticCache.stage, reason: "the store failed: \(error.kind.rawValue)")
            lookup.reason = "the store failed"
            return .failed
        case .success(let result):
            // The earliest epoch counts, because an answer is begun after all look-ups.
            lookup.epoch = lookup.epoch ?? result.epoch
            guard let stored = result.entry, stored.isFresh else { return .gone }
            guard let entry = try? SemanticEntry(decoding: stored.bytes), entry.question == question,
                entry.frame == frame, entry.embedderID == core.embedder.id,
                let vector = entry.vector.unitVector(dimensions: core.embedder.dimensions),
                let answer = try? CachedAnswer(decoding: entry.answer)
            else {
                count { $0.corruptEntries += 1 }
                lookup.reason = "the entry cannot be decoded"
                return .gone
            }
            if let longest = directive.maximumAge, stored.age > longest {
                lookup.reason = "the entry is older than the call allows"
                return .tooOld
            }
            return .found(
                Found(key: key, digest: key.digest, answer: answer, age: stored.age, vector: vector, similarity: 1))
        }
    }
}
