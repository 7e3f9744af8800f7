import LadderCore

/// Stores the answer to one request, if the policy allows it.
struct AnswerWriter: Sendable {
    let core: CacheCore
    let state: CacheState
    let request: ChatRequest
    let key: CacheKey
    /// The epoch of the look-up before the answer was begun; nil when the store failed, and then nothing is stored.
    let epoch: StoreEpoch?
    let name: CacheCallGroup
    /// The context of the call that has begun the answer, whose lifetime and groups count.
    let origin: CallContext

    /// Stores a complete answer, or records the reason why not.
    ///
    /// - Parameters:
    ///   - completion: The answer.
    ///   - reply: The reply it belongs to, for the level and the model.
    ///   - attempt: The attempt that wrote it; nil where it is unknown.
    ///   - context: The context of the call that pays.
    func store(_ completion: Completion, of reply: Reply, writtenBy attempt: Attempt?, in context: CallContext) async {
        let refusal = core.policy.admission.refusal(
            of: request, answeredBy: completion, level: reply.level, directive: .use)
        if let refusal { return refuse(refusal, in: context) }
        // Without the epoch of the look-up, the store could not tell that the answer was begun before an invalidation.
        guard let epoch else { return refuse(.store, detail: "the look-up failed", in: context) }
        let answer = CachedAnswer(completion, of: reply, writtenBy: attempt)
        let isTimeSensitive = core.policy.shortensTimeSensitive && request.isTimeSensitive
        let lifetime = core.policy.times.lifetime(in: origin, isTimeSensitive: isTimeSensitive)
        let times = core.policy.times.spans(of: lifetime, random: context.runtime.uniform())
        let entry = StoredEntry(
            bytes: answer.encoded(), freshFor: times.freshFor, keptFor: times.keptFor,
            groups: origin.scope.cacheGroups(model: request.model))
        if let error = await core.access.set(key, to: entry, asOf: epoch, on: context.runtime) {
            state.withTally { $0.count(name) { $0.storeFailures += 1 } }
            return refuse(error.kind == .tooLarge ? .tooLarge : .store, detail: error.kind.rawValue, in: context)
        }
        state.withTally { $0.count(name) { $0.stored += 1 } }
        let time = times.freshFor.map { "for \($0.shortText)" } ?? "until it is evicted"
        context.note(
            .stored, by: ExactCache.stage,
            reason: isTimeSensitive ? time + ", because the question depends on the time" : time)
    }

    /// Records that the answer is not stored.
    func refuse(_ refusal: CacheRefusal, detail: String = "", in context: CallContext) {
        state.withTally { $0.count(name) { $0.refused[refusal, default: 0] += 1 } }
        context.note(
            .skipped, by: ExactCache.stage,
            reason: "not stored: \(refusal.explanation)" + (detail.isEmpty ? "" : " (\(detail))"))
    }
}
