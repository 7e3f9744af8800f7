import LadderCore

extension SemanticCall {
    /// An answer that the store had, for the question of an entry.
    struct Found: Sendable {
        let key: CacheKey
        let digest: SHA256Digest
        let answer: CachedAnswer
        let age: Duration
        /// The vector of the question that the answer was given to.
        let vector: [Float]
        /// The similarity of the two questions, from 0 to 1.
        var similarity: Double

        /// The entry as traces name it.
        var name: String { "entry \(digest.shortText)" }
    }

    /// What a look-up has found for this call.
    struct Lookup: Sendable {
        /// An answer that is served at once.
        var hit: Found?
        /// An answer that is served if the call fails.
        var looser: Found?
        /// An answer that is not served, and with which the model's answer is compared.
        var compared: Found?
        /// The vector of the question; nil where there is none.
        var vector: [Float]?
        /// The epoch of the look-up; nil where the store failed.
        var epoch: StoreEpoch?
        /// Why there is no hit, for the trace.
        var reason = "nothing similar"
    }

    /// Looks for the very question first, which needs no vector, then for similar ones.
    func lookUp(_ identity: QuestionIdentity) async throws -> Lookup {
        var lookup = Lookup()
        switch try await fetch(identity.key, question: identity.question, frame: identity.frame, in: &lookup) {
        case .failed: return lookup
        case .gone, .tooOld: break
        case .found(let found):
            lookup.vector = found.vector
            state.withIndex {
                $0.insert(item(of: identity, digest: found.digest), vector: found.vector)
            }
            if directive.mayRead { judge(found, in: &lookup) }
            if lookup.hit != nil || lookup.compared != nil { return lookup }
        }
        if lookup.vector == nil {
            switch try await core.questions.vector(of: identity.question, in: context) {
            case .vector(let vector, let spend):
                lookup.vector = vector
                count { counts in
                    counts.embedded += 1
                    counts.embeddingSpend.add(known: spend)
                }
            case .unavailable(let reason):
                count { $0.notEmbedded += 1 }
                lookup.reason = reason
            }
        }
        guard directive.mayRead else {
            lookup.reason = "the call asks for a new answer"
            return lookup
        }
        if let vector = lookup.vector { try await search(near: vector, for: identity, in: &lookup) }
        return lookup
    }

    func item(of identity: QuestionIdentity, digest: SHA256Digest) -> QuestionIndex.Item {
        QuestionIndex.Item(
            digest: digest, question: identity.question, frame: identity.frame, tenant: identity.key.tenant)
    }

    // MARK: Similar questions

    /// Whether a less similar answer would be served if the call failed.
    private var wantsLooser: Bool {
        policy.mode == .serve && policy.looserOnFailure > 0 && !context.hasStaleAnswer
    }

    private func search(
        near vector: [Float], for identity: QuestionIdentity, in lookup: inout Lookup
    ) async throws {
        let lowest = core.threshold - (wantsLooser ? policy.looserOnFailure : 0)
        let candidates = state.withIndex {
            $0.nearest(to: vector, in: identity.frame, atLeast: lowest, count: Self.maximumCandidates)
        }
        guard !candidates.isEmpty else { return }
        let asked = Question(identity.question)
        var fetches = 0
        for candidate in candidates where fetches < Self.maximumFetches {
            let stored = Question(candidate.item.question)
            if isVetoed(QuestionPair(asked: asked, stored: stored, similarity: min(max(candidate.similarity, 0), 1))) {
                lookup.reason = "a guard sees a difference"
                continue
            }
            fetches += 1
            let key = candidate.item.key(namespace: policy.namespace)
            switch try await fetch(key, question: candidate.item.question, frame: identity.frame, in: &lookup) {
            case .failed: return
            case .tooOld: break
            case .gone: state.withIndex { $0.remove(candidate.item.digest) }
            case .found(var found):
                found.similarity = Double(min(max(vector.cosine(to: found.vector), 0), 1))
                judge(found, in: &lookup)
            }
            if lookup.hit != nil || lookup.compared != nil || lookup.looser != nil { return }
        }
    }

    /// Returns whether a guard forbids to answer one question with the answer to the other, and records which.
    private func isVetoed(_ pair: QuestionPair) -> Bool {
        guard let (name, veto) = core.guards.firstVeto(of: pair) else { return false }
        count { $0.vetoes[name, default: 0] += 1 }
        context.note(
            .skipped, by: SemanticCache.stage, reason: veto.description, detail: .similarity(pair.similarity))
        return true
    }

    /// Decides what an answer is good for.
    private func judge(_ found: Found, in lookup: inout Lookup) {
        let isNear = found.similarity >= core.threshold
        guard isNear || wantsLooser && found.similarity >= core.threshold - policy.looserOnFailure else { return }
        if let concern = state.concern(about: found.digest, similarity: found.similarity) {
            lookup.reason = concern.reason
            count { $0.withheld += 1 }
            note("withheld", about: found, because: concern.reason)
            if isNear { lookup.compared = found }
        } else if !isNear {
            lookup.looser = found
            lookup.reason = "nothing similar enough"
        } else if policy.mode == .shadow {
            lookup.reason = "shadow mode"
            count { $0.shadowed += 1 }
            note("would have served", about: found)
            lookup.compared = found
        } else {
            lookup.hit = found
        }
    }

    func note(_ what: String, about found: Found, because reason: String = "") {
        context.note(
            .noted, by: SemanticCache.stage,
            reason: "\(what) \(found.name)" + (reason.isEmpty ? "" : ": \(reason)"),
            detail: .similarity(found.similarity))
    }
}
