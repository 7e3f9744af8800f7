import LadderCore

/// Finds the entry for a question in other words, with the help of an embedder; all copies of a layer share it.
final class FAQEmbeddingMatcher: Sendable {
    private struct State {
        var vectors: PhrasingVectors?
        /// When the preparation that is under way began.
        var preparationStart: Instant?
        /// Finished when the preparation ends.
        var waiters: [AsyncStream<Void>.Continuation] = []
    }

    let policy: FAQEmbeddingPolicy
    private let questions: QuestionEmbedder
    private let index: FAQIndex
    private let state = PerRuntime { State() }

    init(_ embedder: any Embedder, index: FAQIndex, policy: FAQEmbeddingPolicy) {
        questions = QuestionEmbedder(
            embedder, timeLimit: policy.timeLimit, cooldown: policy.cooldown, toleratingFailures: 0)
        self.index = index
        self.policy = policy
    }

    var embedder: any Embedder { questions.embedder }

    /// Whether the embedder costs nothing.
    var isFree: Bool { embedder.isFree }

    var threshold: Double { policy.threshold ?? embedder.thresholds.faq }

    var phrasingCount: Int { index.phrasings.count }

    // MARK: The phrasings

    /// Starts to embed the phrasings in the background, unless that is done, under way, or failed a moment ago.
    func prepare(on runtime: Runtime) {
        let now = runtime.now
        let begins = state.withLock(on: runtime) { state in
            guard state.vectors == nil, state.preparationStart == nil, questions.begin(on: runtime) else {
                return false
            }
            state.preparationStart = now
            return true
        }
        guard begins else { return }
        runtime.spawn("FAQ phrasings") {
            do {
                let limit = now + self.policy.preparationLimit
                let vectors = try await runtime.run("FAQ phrasings embedding", until: limit) {
                    // An embedder that computes must not do so on the thread of the call.
                    await Task.yield()
                    return PhrasingVectors(try await self.embedder.unitVectors(of: self.index.phrasingTexts))
                }
                self.endPreparation(with: vectors, on: runtime)
            } catch {
                self.endPreparation(with: nil, on: runtime)
            }
        }
    }

    private func endPreparation(with vectors: PhrasingVectors?, on runtime: Runtime) {
        if vectors != nil {
            questions.recordSuccess(on: runtime)
        } else if Task.isCancelled {
            questions.recordAbandonment(on: runtime)
        } else {
            questions.recordFailure(on: runtime)
        }
        let waiters = state.withLock(on: runtime) { state in
            state.preparationStart = nil
            state.vectors = vectors
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.finish() }
    }

    /// Returns the vectors of the phrasings, if they are ready in time.
    ///
    /// No call waits for a preparation longer than `timeLimit` after its start: a slow one would delay every call.
    private func vectors(until limit: Instant, on runtime: Runtime) async throws -> PhrasingVectors? {
        prepare(on: runtime)
        let (end, continuation) = AsyncStream<Void>.makeStream()
        let wait = state.withLock(on: runtime) { state -> Instant? in
            guard state.vectors == nil, let start = state.preparationStart else { return nil }
            state.waiters.append(continuation)
            return min(limit, start + policy.timeLimit)
        }
        if let wait {
            guard wait > runtime.now else { return nil }
            do {
                try await runtime.run("FAQ phrasings wait", until: wait) { for await _ in end {} }
            } catch {
                try Task.checkCancellation()
            }
        }
        return state.withLock(on: runtime) { $0.vectors }
    }

    // MARK: A question

    /// Returns the entry that a question is about, or nil in doubt. Throws only when the caller is cancelled.
    func match(_ text: String, language: String?, context: CallContext) async throws -> FAQMatch? {
        let start = context.now
        let limit = Instant.earlier(start + policy.timeLimit, context.deadline) ?? start
        guard limit > start, index.isOpenToEmbedding(text, language: language) else { return nil }
        guard let vectors = try await vectors(until: limit, on: context.runtime) else {
            context.note(.noted, by: StaticFAQ.name, reason: "the embedder is not ready, words alone decide")
            return nil
        }
        switch try await questions.vector(of: text, in: context) {
        case .unavailable(let reason):
            context.note(.noted, by: StaticFAQ.name, reason: "\(reason), words alone decide")
            return nil
        case .vector(let vector, _):
            return index.match(
                text, language: language, cosines: vectors.cosines(to: vector), policy: policy, threshold: threshold)
        }
    }
}
