import LadderCore

extension RedisStore {
    /// Returns the longest time for an operation.
    func timeout(in context: StoreContext) throws -> Duration {
        guard let deadline = context.deadline else { return policy.timeout }
        let left = deadline - (context.runtime ?? .live).now
        guard left > .zero else { throw StoreError(.timedOut, message: "the deadline is over") }
        return min(left, policy.timeout)
    }

    /// Returns the entry of a key as the server has it, and keeps it in memory.
    func read(_ key: CacheKey, within timeout: Duration) async throws(RedisError) -> (
        entry: RedisEntry, remaining: Duration
    )? {
        let (answer, fingerprint) = (keys.answer(of: key), key.fingerprint)
        let reply = try await client.run(StoreScripts.read, keys: [answer], [], within: timeout) {
            [tracked, policy] in
            guard let found = Self.entry(in: $0.elements ?? []) else { return }
            let now = Runtime.live.now
            tracked.insert(
                MemoryLevel.Item(
                    name: answer, entry: found.entry, end: now + found.remaining,
                    trustedUntil: now + policy.memoryTime),
                for: fingerprint)
        }
        return Self.entry(in: reply.elements ?? [])
    }

    /// Returns the entry in a reply of its bytes and of the milliseconds that are left; nil where there is none, or one that
    /// cannot be read.
    static func entry(in reply: [RESPValue]) -> (entry: RedisEntry, remaining: Duration)? {
        guard reply.count == 2, let bytes = reply[0].bytes, let left = reply[1].integer, left >= 0,
            let entry = try? RedisEntry(decoding: bytes)
        else { return nil }
        return (entry, .milliseconds(left))
    }

    /// Returns the invalidations, which the server is asked for where they may have changed.
    func invalidations(within timeout: Duration) async throws -> Invalidations {
        if let known = tracked.invalidations { return known }
        let reply = try await storeOperation { () throws(RedisError) in
            try await client.run(
                StoreScripts.invalidations, keys: [keys.invalidations], [], within: timeout,
                onReply: { [tracked] in tracked.set(Invalidations($0)) })
        }
        guard let invalidations = Invalidations(reply) else {
            throw StoreError(.corrupt, message: "Redis: the invalidations cannot be read")
        }
        return invalidations
    }

    /// Returns the result of a look-up: no entry where it is invalid.
    static func lookup(_ entry: RedisEntry?, remaining: Duration, _ invalidations: Invalidations) -> StoreLookup {
        let isValid = entry.map { invalidations.allow(epoch: $0.epoch, groups: $0.groups) } ?? false
        return StoreLookup(
            entry: isValid ? entry?.entry(remaining: remaining) : nil, epoch: StoreEpoch(invalidations.epoch))
    }
}
