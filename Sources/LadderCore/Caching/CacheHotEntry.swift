/// An entry of a cache that was served often.
public struct CacheHotEntry: Hashable, Sendable {
    /// The SHA-256 digest of the entry's key, in hexadecimal.
    public var keyDigest: String
    /// The number of hits. It can be a little too large, because only a few entries are counted at a time.
    public var hits: Int

    package init(key: CacheKey, hits: Int) {
        keyDigest = key.digest.description
        self.hits = hits
    }
}
