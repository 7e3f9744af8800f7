/// What is known about an answer that came from a cache.
public final class CacheHit: Sendable {
    private enum Name {
        case digest(String)
        case key(CacheKey)
    }

    /// The time since the model wrote the answer.
    public let age: Duration
    /// The tokens and the money that the model used for the answer, and that this call did not use.
    public let saved: TokenSpend
    /// The time by which the call was shorter than the attempt that wrote the answer; zero if it was not.
    public let timeSaved: Duration
    /// The similarity of the question and the one that the answer was written for, from 0 to 1; nil for the same
    /// question.
    public let similarity: Double?
    private let name: Name

    /// Creates the description of a hit.
    public init(age: Duration, keyDigest: String, saved: TokenSpend, timeSaved: Duration, similarity: Double? = nil) {
        self.age = age
        name = .digest(keyDigest)
        self.saved = saved
        self.timeSaved = timeSaved
        self.similarity = similarity
    }

    /// Creates the description of a hit whose digest is computed where it is needed.
    package init(age: Duration, key: CacheKey, saved: TokenSpend, timeSaved: Duration, similarity: Double? = nil) {
        self.age = age
        name = .key(key)
        self.saved = saved
        self.timeSaved = timeSaved
        self.similarity = similarity
    }

    /// The SHA-256 digest of the entry's key, in hexadecimal, by which logs and statistics name the entry.
    ///
    /// It is computed each time: about 3 µs for each kilobyte of the request.
    public var keyDigest: String {
        switch name {
        case .digest(let digest): digest
        case .key(let key): key.digest.description
        }
    }
}

extension CacheHit: Hashable {
    /// Whether both describe the same hit.
    public static func == (left: CacheHit, right: CacheHit) -> Bool {
        left.age == right.age && left.saved == right.saved && left.timeSaved == right.timeSaved
            && left.similarity == right.similarity && left.keyDigest == right.keyDigest
    }

    /// Hashes the age and what was saved.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(age)
        hasher.combine(saved)
    }
}

extension CacheHit: CustomStringConvertible {
    /// The age and what was saved, such as `aged 60 s, saved 120 tokens, $0.0012, 900 ms`.
    public var description: String {
        var line = "aged \(age.shortText), saved \(saved.tokens ?? 0) tokens"
        if let money = saved.money { line += ", \(money)" }
        return line + ", \(timeSaved.shortText)"
    }
}
