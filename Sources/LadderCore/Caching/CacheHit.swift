/// What is known about an answer that came from a cache.
public final class CacheHit: Sendable {
    /// The time since the model wrote the answer.
    public let age: Duration
    /// The SHA-256 digest of the entry's key, in hexadecimal, by which logs and statistics name the entry.
    public let keyDigest: String
    /// The tokens and the money that the model used for the answer, and that this call did not use.
    public let saved: TokenSpend
    /// The time by which the call was shorter than the attempt that wrote the answer; zero if it was not.
    public let timeSaved: Duration

    /// Creates the description of a hit.
    public init(age: Duration, keyDigest: String, saved: TokenSpend, timeSaved: Duration) {
        self.age = age
        self.keyDigest = keyDigest
        self.saved = saved
        self.timeSaved = timeSaved
    }
}

extension CacheHit: Hashable {
    /// Whether both describe the same hit.
    public static func == (left: CacheHit, right: CacheHit) -> Bool {
        left.age == right.age && left.keyDigest == right.keyDigest && left.saved == right.saved
            && left.timeSaved == right.timeSaved
    }

    /// Hashes the age and the digest of the key.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(age)
        hasher.combine(keyDigest)
    }
}
