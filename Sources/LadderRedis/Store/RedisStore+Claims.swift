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
            let reply = try await take(claim, for: answer, as: token, on: runtime, within: timeout)
            let isClaimed = reply.first?.integer == 1
            let lookup = try await lookup(in: Array(reply.dropFirst()), within: timeout) {
                if isClaimed { giveUp(claim, of: token, on: runtime) }
            }
            if lookup.entry?.isFresh == true {
                if isClaimed { giveUp(claim, of: token, on: runtime) }
                return .answered(lookup)
            }
            if isClaimed {
                // The caller has left without waiting for the reply.
                if Task.isCancelled { giveUp(claim, of: token, on: runtime) }
                try Task.checkCancellation()
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

    /// Asks for a claim, and returns whether it was granted, with the answer that is there.
    private func take(
        _ claim: String, for answer: String, as token: String, on runtime: Runtime, within timeout: Duration
    ) async throws -> [RESPValue] {
        do {
            return try await storeOperation { () throws(RedisError) in
                try await client.run(
                    StoreScripts.claim, keys: [answer, claim],
                    [.text(token), .integer(policy.claimTime.clampedNanoseconds / 1_000_000)], within: timeout
                ).elements ?? []
            }
        } catch {
            // The claim may be granted although its reply is lost.
            giveUp(claim, of: token, on: runtime)
            throw error
        }
    }

    private func lookup(
        in reply: [RESPValue], within timeout: Duration, otherwise: () -> Void
    ) async throws -> StoreLookup {
        let found = Self.entry(in: reply)
        do {
            return Self.lookup(
                found?.entry, remaining: found?.remaining ?? .zero, try await invalidations(within: timeout))
        } catch {
            otherwise()
            throw error
        }
    }

    /// Ends a claim in the background. One that cannot be ended is over after the policy's time.
    private func giveUp(_ claim: String, of token: String, on runtime: Runtime) {
        runtime.spawn("end of a claim") { try? await self.end(claim, of: token, within: self.policy.timeout) }
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
