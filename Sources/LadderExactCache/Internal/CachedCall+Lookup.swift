import LadderCore

extension CachedCall {
    /// An answer that a store had.
    struct Found {
        let answer: CachedAnswer
        let entry: StoredEntry
    }

    /// What a look-up has found for this call.
    struct Lookup {
        var fresh: Found?
        /// A stale answer that is served at once, while a new one is fetched.
        var revalidated: Found?
        /// A stale answer that is served if the call fails.
        var stale: Found?
        var epoch: StoreEpoch?
        /// Why there is no fresh answer, for the trace.
        var reason = ""
    }

    func lookUp(_ key: CacheKey) async throws -> Lookup {
        var lookup = Lookup()
        switch try await core.access.get(key, in: context) {
        case .failure(let error):
            state.withTally { $0.count(name) { $0.storeFailures += 1 } }
            context.note(.noted, by: ExactCache.stage, reason: "the store failed: \(error.kind.rawValue)")
            lookup.reason = "the store failed"
        case .success(let result):
            lookup.epoch = result.epoch
            if let entry = result.entry, directive.mayRead { sort(entry, into: &lookup) }
        }
        if !directive.mayRead { lookup.reason = "the call asks for a new answer" }
        return lookup
    }

    /// Returns the answer of a look-up that may be served as it is.
    func fresh(in lookup: StoreLookup) -> Found? {
        var sorted = Lookup()
        if let entry = lookup.entry { sort(entry, into: &sorted) }
        return sorted.fresh
    }

    private func sort(_ entry: StoredEntry, into lookup: inout Lookup) {
        guard let answer = try? CachedAnswer(decoding: entry.bytes) else {
            state.withTally { $0.count(name) { $0.corruptEntries += 1 } }
            lookup.reason = "the entry cannot be decoded"
            return
        }
        if let longest = directive.maximumAge, entry.age > longest {
            lookup.reason = "the entry is older than the call allows"
            return
        }
        let found = Found(answer: answer, entry: entry)
        guard let stale = entry.staleSince else {
            lookup.fresh = found
            return
        }
        lookup.reason = "the entry is stale"
        if let longest = policy.staleWhileRevalidate, stale <= longest { lookup.revalidated = found }
        if stale <= policy.staleFor { lookup.stale = found }
    }

    /// Returns the reply that a look-up allows at once.
    func served(_ lookup: Lookup, key: CacheKey) -> Reply? {
        if let fresh = lookup.fresh { return reply(from: fresh, key: key) }
        guard let stale = lookup.revalidated else { return nil }
        let flights = FlightCall(call: self, context: context, writer: writer(for: key, after: lookup))
        let isUnderWay = flights.revalidate()
        return reply(
            from: stale, key: key, isStale: true,
            reason: isUnderWay ? "stale, while a new answer is fetched" : "stale")
    }

    /// Returns the reply with a stored answer, and counts what it saves.
    func reply(from found: Found, key: CacheKey, isStale: Bool = false, reason: String = "") -> Reply {
        let (reply, hit) = found.answer.reply(
            level: isStale ? .staleCache : .exactCache, age: found.entry.age, key: key, in: context)
        state.withTally { $0.countHit(name, of: key, saving: hit, isStale: isStale) }
        context.note(
            isStale ? .served : .hit, by: ExactCache.stage, reason: reason, detail: .age(found.entry.age))
        return reply
    }
}
