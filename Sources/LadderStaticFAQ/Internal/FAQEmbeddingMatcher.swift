import LadderCore

/// Finds the entry for a question in other words, with the help of an embedder; all copies of a layer share it.
final class FAQEmbeddingMatcher: Sendable {
    private struct State {
        var vectors: PhrasingVectors?
        /// When the preparation that is under way began.
        var preparationStart: Instant?
        /// Finished when the preparation ends.
        var waiters: [AsyncStream<Void>.Continuation] = []
        var cooldown = EmbedderCooldown()
    }

    let embedder: any Embedder
    let policy: FAQEmbeddingPolicy
    private let index: FAQIndex
    private let state = PerRuntime { State() }

    init(_ embedder: any Embedder, index: FAQIndex, policy: FAQEmbeddingPolicy) {
        self.embedder = embedder
        self.index = index
        self.policy = policy
    }

    /// Whether the embedder costs nothing.
    var isFree: Bool { embedder.isFree }

    var threshold: Double { policy.threshold ?? embedder.thresholds.faq }

    var phrasingCount: Int { index.phrasings.count }

    // MARK: The phrasings

    /// Starts to embed the phrasings in the background, unless that is done, under way, or failed a moment ago.
    func prepare(on runtime: Runtime) {
        let now = runtime.now
        let begins = state.withLock(on: runtime) { state in
            guard state.vectors == nil, state.preparationStart == nil, state.cooldown.begin(at: now) else {
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
                    return try await self.embedder.vectors(ofPhrasings: self.index.phrasingTexts)
                }
                self.endPreparation(with: vectors, on: runtime)
            } catch {
                self.endPreparation(with: nil, on: runtime)
            }
        }
    }

    private func endPreparation(with vectors: PhrasingVectors?, on runtime: Runtime) {
        let (now, isCancelled) = (runtime.now, Task.isCancelled)
        let waiters = state.withLock(on: runtime) { state in
            state.preparationStart = nil
            state.vectors = vectors
            if vectors != nil {
                state.cooldown.recordSuccess()
            } else if isCancelled {
                state.cooldown.recordAbandonment(at: now)
            } else {
                state.cooldown.recordFailure(at: now, cooldown: policy.cooldown)
            }
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
        guard let vector = try await vector(of: text, until: limit, context: context) else { return nil }
        return index.match(
            text, language: language, cosines: vectors.cosines(to: vector), policy: policy, threshold: threshold)
    }

    private func vector(of text: String, until limit: Instant, context: CallContext) async throws -> [Float]? {
        let (runtime, start) = (context.runtime, context.now)
        guard limit > start, state.withLock(on: runtime, { $0.cooldown.begin(at: start) }) else { return nil }
        do {
            let vector = try await runtime.run("FAQ question embedding", until: limit) {
                await Task.yield()
                return try await self.embedder.vector(ofQuestion: text)
            }
            state.withLock(on: runtime) { $0.cooldown.recordSuccess() }
            return vector
        } catch {
            let now = runtime.now
            // A limit shorter than the policy's says nothing about the embedder.
            let isAbandoned = Task.isCancelled || error is TimeLimitReached && limit < start + policy.timeLimit
            state.withLock(on: runtime) { state in
                if isAbandoned {
                    state.cooldown.recordAbandonment(at: now)
                } else {
                    state.cooldown.recordFailure(at: now, cooldown: policy.cooldown)
                }
            }
            try Task.checkCancellation()
            let reason = "the embedder did not help (\(type(of: error))), words alone decide"
            context.note(.noted, by: StaticFAQ.name, reason: reason)
            return nil
        }
    }
}
