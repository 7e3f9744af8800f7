public import LadderCore

extension RedisStore {
    /// Claims the computation of an answer, or waits for the process that computes it.
    public func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        let (answer, claim) = (keys.answer(of: key), keys.claim(of: key))
        let runtime = context.runtime ?? .live
        let token = String(runtime.random(), radix: 36) + String(runtime.random(), radix: 36)
        while true {
            // Before the question, so that no change after the reply is lost.
            let waiter = tracked.waiters.add(for: [answer, claim])
            defer { tracked.waiters.remove(waiter, of: [answer, claim]) }
            let timeout = try timeout(in: context)
            let reply = try await storeOperation { () throws(RedisError) in
                try await client.run(
                    StoreScripts.claim, keys: [answer, claim],
                    [.text(token), .integer(policy.claimTime.clampedNanoseconds / 1_000_000)], within: timeout
                ).elements ?? []
            }
            let found = Self.entry(in: Array(reply.dropFirst()))
            let lookup = Self.lookup(
                found?.entry, remaining: found?.remaining ?? .zero, try await invalidations(within: timeout))
            let isClaimed = reply.first?.integer == 1
            if lookup.entry?.isFresh == true {
                if isClaimed { try await end(claim, of: token, within: timeout) }
                return .answered(lookup)
            }
            if isClaimed {
                claims.withLock { $0[claim] = token }
                return .granted
            }
            let end = min(context.deadline ?? .distantFuture, runtime.now + Self.longestPause)
            do {
                try await runtime.run("answer of another process", until: end) { await waiter.wait() }
            } catch is TimeLimitReached {}
            try Task.checkCancellation()
        }
    }

    /// The time after which a waiting process asks again although no change was reported.
    private static let longestPause = Duration.milliseconds(500)

    /// Ends a claim of this process without an answer.
    public func release(_ key: CacheKey, in context: StoreContext) async throws {
        let claim = keys.claim(of: key)
        guard let token = claims.withLock({ $0.removeValue(forKey: claim) }) else { return }
        try await end(claim, of: token, within: try timeout(in: context))
    }

    func end(_ claim: String, of token: String, within timeout: Duration) async throws {
        if token.isEmpty { return }
        try await storeOperation { () throws(RedisError) in
            _ = try await client.run(StoreScripts.release, keys: [claim], [.text(token)], within: timeout)
        }
    }
}
