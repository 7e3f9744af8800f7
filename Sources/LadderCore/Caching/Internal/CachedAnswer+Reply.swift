extension CachedAnswer {
    /// Creates the answer to keep of a reply.
    ///
    /// - Parameters:
    ///   - completion: The whole answer.
    ///   - reply: The reply it belongs to, for the level and the model.
    ///   - attempt: The attempt that wrote it; nil where it is unknown.
    package init(_ completion: Completion, of reply: Reply, writtenBy attempt: Attempt?) {
        let latency = attempt.flatMap { attempt in attempt.end.map { $0 - attempt.start } }
        self.init(
            completion, level: reply.level, model: reply.model, cost: attempt?.cost, latency: latency ?? .zero)
    }

    /// Returns the reply with this answer from a cache.
    ///
    /// - Parameters:
    ///   - level: The fallback level of the reply.
    ///   - age: The time since the answer was written.
    ///   - key: The key of its entry.
    ///   - context: The context of the call that it answers.
    ///   - similarity: The similarity of the two questions; nil for the same question.
    package func reply(
        level: FallbackLevel, age: Duration, key: CacheKey, in context: CallContext, similarity: Double? = nil
    ) -> (reply: Reply, hit: CacheHit) {
        let hit = CacheHit(
            age: age, key: key, saved: TokenSpend(tokens: completion.usage.totalTokens, money: cost),
            timeSaved: max(.zero, latency.saturatingSubtracting(context.now - context.call.start)),
            similarity: similarity)
        var reply = Reply(level: level, model: model, completion)
        reply.cached = hit
        return (reply, hit)
    }
}

extension Call {
    /// The attempt that wrote the answer: the latest one that ended without an error.
    package var writingAttempt: Attempt? {
        attempts.last { $0.error == nil && $0.end != nil }
    }
}
