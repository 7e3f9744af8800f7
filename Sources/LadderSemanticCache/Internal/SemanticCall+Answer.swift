import LadderCore
import LadderText

extension SemanticCall {
    /// Compares and stores the answer of the inner layers once it is complete.
    func use(_ reply: Reply, after lookup: Lookup, identity: QuestionIdentity) async {
        if !directive.mayStore { refuse(.directive) }
        guard directive.mayStore || lookup.compared != nil else { return }
        await reply.whenComplete(atOnce: core.store.answersAtOnce, on: context.runtime) { completion, reply in
            if let found = lookup.compared { compare(completion, of: reply, with: found) }
            if directive.mayStore { await store(completion, of: reply, after: lookup, identity: identity) }
        }
    }

    /// Records whether the model's answer agrees with a stored one that was not served.
    private func compare(_ completion: Completion, of reply: Reply, with found: Found) {
        guard policy.admission.levels.contains(reply.level) else { return }
        let agrees = core.agreement(found.answer.completion, completion)
        count { counts in
            if agrees { counts.agreed += 1 } else { counts.disagreed += 1 }
        }
        state.record(agrees ? .shadowAgreed : .shadowDisagreed, of: found.digest, similarity: found.similarity)
        note(agrees ? "the answer agrees with" : "the answer disagrees with", about: found)
    }

    /// Stores a complete answer, or records the reason why not.
    private func store(
        _ completion: Completion, of reply: Reply, after lookup: Lookup, identity: QuestionIdentity
    ) async {
        let refusal = policy.admission.refusal(
            of: request, answeredBy: completion, level: reply.level, directive: .use)
        if let refusal { return refuse(refusal) }
        // Without the epoch of the look-up, the store could not tell that the answer was begun before an invalidation.
        guard let epoch = lookup.epoch else { return refuse(.store, detail: "the look-up failed") }
        guard let vector = lookup.vector else { return refuse(.noVector) }
        let answer = CachedAnswer(completion, of: reply, writtenBy: context.call.writingAttempt)
        let isTimeSensitive = !policy.refusesTimeSensitive && !TimeSensitivity.words(in: identity.question).isEmpty
        let lifetime = policy.times.lifetime(in: context, isTimeSensitive: isTimeSensitive)
        let times = policy.times.spans(of: lifetime, random: context.runtime.uniform())
        let entry = SemanticEntry(
            embedderID: core.embedder.id, tenant: context.scope.tenant, frame: identity.frame,
            question: identity.question, vector: vector, answer: answer.encoded())
        let stored = StoredEntry(
            bytes: entry.encoded(), freshFor: times.freshFor, keptFor: times.keptFor,
            groups: context.scope.cacheGroups(model: request.model), namespace: policy.namespace)
        if let error = await core.access.set(identity.key, to: stored, asOf: epoch, on: context.runtime) {
            count { $0.storeFailures += 1 }
            return refuse(error.kind == .tooLarge ? .tooLarge : .store, detail: error.kind.rawValue)
        }
        let item = item(of: identity, digest: identity.key.digest)
        state.withIndex { $0.insert(item, vector: vector) }
        count { $0.stored += 1 }
        context.note(
            .stored, by: SemanticCache.stage,
            reason: times.freshFor.map { "for \($0.shortText)" } ?? "until it is evicted")
    }
}
