public import LadderCore

extension RedisStore {
    /// Claims the computation of an answer, or waits for the process that computes it.
    public func claim(_ key: CacheKey, in context: StoreContext) async throws -> StoreClaim {
        let (answer, claim) = (keys.answer(of: key), keys.claim(of: key))
        let runtime = context.runtime ?? .live
        let token = String(runtime.random(), radix: 36) + String(runtime.random(), radix: 36)
        do {
            let lookup = try await waitForClaim(claim, of: answer, as: token, on: runtime, in: context)
            if let lookup {
                // It was granted where the other process had just ended.
                giveUp(claim, of: token, on: runtime)
                return .answered(lookup)
            }
            claims.withLock { $0[claim] = token }
            return .granted
        } catch {
            // It may be granted although its reply was lost or not waited for.
            giveUp(claim, of: token, on: runtime)
            throw error
        }
    }

    /// Asks for a claim until it is granted. Returns nil then, or the answer of another process.
    private func waitForClaim(
        _ claim: String, of answer: String, as token: String, on runtime: Runtime, in context: StoreContext
    ) async throws -> StoreLookup? {
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
            if lookup.entry?.isFresh == true { return lookup }
            try Task.checkCancellation()
            if reply.first?.integer == 1 { return nil }
            let end = min(context.deadline ?? .distantFuture, runtime.now + Self.longestPause)
            do {
                try await runtime.run("answer of another process", until: end) { await waiter.wait() }
            } catch is TimeLimitReached {}
            try Task.checkCancellation()
        }
    }

    /// The time after which a waiting process asks again although no change was reported.
    private static let longestPause = Duration.milliseconds(500)

    /// Ends a claim of this process without an answer, in the background.
    public func release(_ key: CacheKey, in context: StoreContext) async throws {
        let claim = keys.claim(of: key)
        guard let token = claims.withLock({ $0[claim] }) else { return }
        giveUp(claim, of: token, on: context.runtime ?? .live)
    }

    /// Ends a claim in the background. One that cannot be ended is over after the policy's time.
    func giveUp(_ claim: String, of token: String, on runtime: Runtime) {
        claims.withLock { if $0[claim] == token { $0[claim] = nil } }
        runtime.spawn("end of a claim") { [client] in
            // No caller waits for it, so it may take longer than other operations and be repeated.
            for pause in Self.pausesOfRelease {
                let reply = try? await client.run(
                    StoreScripts.release, keys: [claim], [.text(token)], within: .seconds(2))
                if reply != nil { return }
                try? await runtime.sleep(for: pause)
            }
        }
    }

    private static let pausesOfRelease: [Duration] = [.milliseconds(100), .milliseconds(400), .seconds(2), .zero]
}
