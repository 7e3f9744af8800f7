import LadderCore

/// The keys that are being looked up in outer tiers, with the number of writes to each in the meantime.
///
/// An entry that was found must not be copied over one that was written, or back after a removal, since.
struct CopyWatch {
    private struct Watch {
        var readers = 1
        var writes = 0
    }

    private var watches: [CacheKey.Fingerprint: Watch] = [:]

    /// Begins to watch a key and returns the number of writes so far.
    mutating func begin(_ fingerprint: CacheKey.Fingerprint) -> Int {
        watches[fingerprint, default: Watch(readers: 0)].readers += 1
        return writes(to: fingerprint)
    }

    /// Returns the number of writes to a key that is watched.
    func writes(to fingerprint: CacheKey.Fingerprint) -> Int { watches[fingerprint]?.writes ?? 0 }

    /// Counts a write or a removal, at its beginning and at its end.
    mutating func noteWrite(to fingerprint: CacheKey.Fingerprint) {
        if !watches.isEmpty { watches[fingerprint]?.writes += 1 }
    }

    /// Ends what one ``begin(_:)`` began.
    mutating func end(_ fingerprint: CacheKey.Fingerprint) {
        guard let watch = watches[fingerprint] else { return }
        watches[fingerprint] = watch.readers > 1 ? Watch(readers: watch.readers - 1, writes: watch.writes) : nil
    }
}
