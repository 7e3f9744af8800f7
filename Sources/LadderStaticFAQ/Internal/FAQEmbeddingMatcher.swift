import LadderCore

/// What all copies of a layer know through their embedder.
final class FAQMeanings: Sendable {
    private struct Preparation {
        let start: Instant
        var waiters: [Waiter<FAQVectors>] = []
    }

    private struct State {
        var vectors: FAQVectors?
        var preparation: Preparation?
        var rest = EmbedderRest()
    }

    private enum Progress {
        case ready(FAQVectors)
        case underWay(until: Instant)
        case none
    }

    let embedder: any Embedder
    let blend: FAQBlend
    private let index: FAQIndex
    private let state = Locked(State())

    init(_ embedder: any Embedder, index: FAQIndex, blend: FAQBlend) {
        self.embedder = embedder
        self.index = index
        self.blend = blend
    }

    var threshold: Double { blend.threshold ?? embedder.thresholds.lenient }

    var phrasingCount: Int { index.phrasings.count }

    // MARK: The phrasings

    /// Begins to embed the phrasings beside the calls, unless that is done, under way, or has failed a moment ago.
    func prepare(on runtime: Runtime) {
        if state.withLock({ $0.vectors != nil || $0.preparation != nil }) { return }
        let now = runtime.now
        let begins = state.withLock { state in
            guard state.vectors == nil, state.preparation == nil, state.rest.begin(at: now) else { return false }
            state.preparation = Preparation(start: now)
            return true
        }
        guard begins else { return }
        let limit = now + blend.preparationLimit
        runtime.spawn("FAQ phrasings") {
            do {
                let vectors = try await Waiter.run("FAQ phrasings embedding", until: limit, on: runtime) {
                    try await FAQEmbedding.vectors(of: self.index.phrasingTexts, by: self.embedder)
                }
                self.prepared(.success(vectors), at: runtime.now)
            } catch {
                self.prepared(.failure(error), at: runtime.now)
            }
        }
    }

    private func prepared(_ result: Result<FAQVectors, any Error>, at now: Instant) {
        let wasCancelled = Task.isCancelled
        let vectors = try? result.get()
        let waiters = state.withLock { state in
            let waiters = state.preparation?.waiters ?? []
            state.preparation = nil
            state.vectors = vectors
            if vectors != nil {
                state.rest.succeeded()
            } else if wasCancelled {
                state.rest.leftEarly(at: now)
            } else {
                state.rest.failed(at: now, rest: blend.rest)
            }
            return waiters
        }
        for waiter in waiters { waiter.finish(result) }
    }

    /// The vectors, if they are there in time. Nobody waits for a preparation that is slow: that would delay every call.
    private func vectors(until limit: Instant, _ context: CallContext) async throws -> FAQVectors? {
        prepare(on: context.runtime)
        let now = context.now
        let waiter = Waiter<FAQVectors>()
        let progress = state.withLock { state -> Progress in
            if let vectors = state.vectors { return .ready(vectors) }
            guard let start = state.preparation?.start else { return .none }
            let limit = min(limit, start + blend.timeLimit)
            guard limit > now else { return .none }
            state.preparation?.waiters.append(waiter)
            return .underWay(until: limit)
        }
        switch progress {
        case .none: return nil
        case .ready(let vectors): return vectors
        case .underWay(let limit):
            defer { state.withLock { $0.preparation?.waiters.removeAll { $0 === waiter } } }
            do {
                return try await waiter.value(until: limit, on: context.runtime)
            } catch {
                try Task.checkCancellation()
                return nil
            }
        }
    }

    // MARK: A question

    /// The entry that means what `text` asks. Throws only when the caller has left.
    func match(_ text: String, language: String?, _ context: CallContext) async throws -> FAQMatch? {
        let start = context.now
        let limit = Instant.earlier(start + blend.timeLimit, context.deadline) ?? start
        guard limit > start, index.mayMean(text, language: language) else { return nil }
        guard let vectors = try await vectors(until: limit, context) else {
            context.note(.noted, by: StaticFAQ.name, reason: "the embedder is not ready, words alone decide")
            return nil
        }
        guard let row = try await row(of: text, until: limit, context) else { return nil }
        return index.match(
            text, language: language, cosines: vectors.cosines(to: row), blend: blend, threshold: threshold)
    }

    private func row(of text: String, until limit: Instant, _ context: CallContext) async throws -> FAQVectors.Row? {
        let start = context.now
        guard limit > start, state.withLock({ $0.rest.begin(at: start) }) else { return nil }
        do {
            let row = try await Waiter.run("FAQ question embedding", until: limit, on: context.runtime) {
                try await FAQEmbedding.row(of: text, by: self.embedder)
            }
            state.withLock { $0.rest.succeeded() }
            return row
        } catch {
            let now = context.now
            // Only an embedder that had all its time has failed by being slow.
            let hadNoTime = error is Waiter<FAQVectors.Row>.Late && limit < start + blend.timeLimit
            if Task.isCancelled || hadNoTime {
                state.withLock { $0.rest.leftEarly(at: now) }
            } else {
                state.withLock { $0.rest.failed(at: now, rest: blend.rest) }
            }
            try Task.checkCancellation()
            let reason = "the embedder did not help (\(type(of: error))), words alone decide"
            context.note(.noted, by: StaticFAQ.name, reason: reason)
            return nil
        }
    }
}
