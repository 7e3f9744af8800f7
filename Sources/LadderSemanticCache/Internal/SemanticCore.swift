import LadderCore

/// What all copies of one `SemanticCache` share: policy, store, embedder, guards, and the state of each runtime.
final class SemanticCore: Sendable {
    let policy: SemanticCachePolicy
    let access: CacheStoreAccess
    /// For pages of the store's listing, which may take longer than a call waits.
    let listing: CacheStoreAccess
    let guards: [any SemanticGuard]
    let detector: (any SensitiveTextDetector)?
    let agreement: @Sendable (_ stored: Completion, _ new: Completion) -> Bool
    let questions: QuestionEmbedder
    /// The cosine from which on an answer may be served.
    let threshold: Double
    private let states: PerRuntime<SemanticState>

    init(
        _ policy: SemanticCachePolicy, embedder: any Embedder, store: any CacheStore, guards: [any SemanticGuard],
        detector: (any SensitiveTextDetector)?,
        agreement: @escaping @Sendable (_ stored: Completion, _ new: Completion) -> Bool
    ) {
        self.policy = policy
        access = CacheStoreAccess(store: store, timeLimit: policy.storeTimeLimit)
        listing = CacheStoreAccess(store: store, timeLimit: .seconds(10))
        self.guards = guards
        self.detector = detector
        self.agreement = agreement
        questions = QuestionEmbedder(
            embedder, timeLimit: policy.embedderTimeLimit, cooldown: policy.embedderCooldown,
            toleratingFailures: policy.toleratedEmbedderFailures)
        threshold = policy.threshold(of: embedder)
        let dimensions = embedder.dimensions
        states = PerRuntime { SemanticState(policy, dimensions: dimensions) }
    }

    var embedder: any Embedder { questions.embedder }

    var store: any CacheStore { access.store }

    /// Returns the state of a runtime; nil means the runtime used last.
    func state(on runtime: Runtime?) -> SemanticState {
        states.withLock(on: runtime) { $0 }
    }

    func identity(of request: ChatRequest, scope: CallScope, isPersonal: Bool) -> QuestionIdentity? {
        QuestionIdentity(
            of: request, scope: scope, isPersonal: isPersonal, policy: policy, embedderID: embedder.id)
    }

    /// Takes a report about an answer. A wrong one is removed from the store, and withheld if it is stored again.
    func receive(_ feedback: AnswerFeedback) async {
        let state = state(on: nil)
        let known = state.serve(of: feedback.callID)
        let digest = known?.digest ?? feedback.entry.flatMap { SHA256Digest(hexadecimal: $0) }
        guard let digest else { return }
        if let name = feedback.entry, known != nil, name != digest.description { return }
        // One call is one outcome, however often it is reported.
        if known != nil, !state.report(isRight: feedback.isRight, callID: feedback.callID) { return }
        state.record(
            feedback.isRight ? .reportedRight : .reportedWrong, of: digest, similarity: known?.similarity)
        if let known {
            state.withTally { tally in
                tally.count(known.group) { counts in
                    if feedback.isRight { counts.reportedRight += 1 } else { counts.reportedWrong += 1 }
                }
            }
        }
        guard !feedback.isRight else { return }
        let item = state.withIndex { index in
            defer { index.remove(digest) }
            return index.item(of: digest)
        }
        guard let key = known?.key ?? item?.key(namespace: policy.namespace) else { return }
        if await access.remove(key, on: states.latest ?? .live) != nil {
            // The entry stays in the store, and is withheld here.
            state.withTally { $0.count(CacheCallGroup(feature: "", model: "")) { $0.storeFailures += 1 } }
        }
    }
}
