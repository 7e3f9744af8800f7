import LadderCore

/// The identity of a question: what it is compared by in meaning, and what must be equal exactly.
struct QuestionIdentity: Sendable {
    /// The text of the last user message, without white space around it.
    let question: String
    /// The digest of all that is in the request beside the question, and of the scope within which answers are shared.
    let frame: SHA256Digest
    /// The key of the entry of this very question.
    let key: CacheKey

    /// Creates the identity of a question; nil where its answer is for one user alone and the user is unknown.
    init?(
        of request: ChatRequest, scope: CallScope, isPersonal: Bool, policy: SemanticCachePolicy, embedderID: String
    ) {
        var frameRequest = request
        guard let last = frameRequest.messages.indices.last, let text = request.messages.last?.text else { return nil }
        frameRequest.messages[last].content.removeAll { part in
            if case .text = part { true } else { false }
        }
        var parts = scope.keyParts(of: policy.keyTags, adding: policy.keyParts)
        parts["SemanticCache embedder"] = embedderID
        let frameKey = CacheKey(
            of: frameRequest, scope: scope, sharing: policy.sharing, isPersonal: isPersonal,
            namespace: policy.namespace, version: policy.version, adding: parts)
        guard frameKey.isShareable else { return nil }
        question = text.trimmed
        frame = frameKey.digest
        key = QuestionIdentity.key(
            of: question, frame: frame, tenant: scope.tenant, namespace: policy.namespace)
    }

    /// Returns the key of the entry of a question. It depends on nothing that the entry does not say itself, so an entry
    /// that was found in the listing of a store can be looked up by it.
    static func key(of question: String, frame: SHA256Digest, tenant: String, namespace: String) -> CacheKey {
        CacheKey(
            of: ChatRequest(question), scope: CallScope(tenant: tenant), namespace: namespace,
            adding: ["frame": frame.description])
    }
}
