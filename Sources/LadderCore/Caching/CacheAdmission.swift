/// The rule of what a cache may store, which all caches share.
///
/// Only a complete answer without an error is ever stored. The options decide about the rest.
public struct CacheAdmission: Hashable, Sendable {
    /// The levels whose answers may be stored.
    public var levels: Set<FallbackLevel>
    /// The highest temperature at which an answer is stored. A request without a temperature is stored. Nil means any.
    public var maximumTemperature: Double?
    /// Whether an answer that calls tools, or that was given to a request with tools, may be stored.
    public var storesToolCalls: Bool

    /// Creates a rule; the default stores answers of the primary model up to temperature 0.3.
    public init(
        levels: Set<FallbackLevel> = [.primary], maximumTemperature: Double? = 0.3, storesToolCalls: Bool = false
    ) {
        self.levels = levels
        self.maximumTemperature = maximumTemperature
        self.storesToolCalls = storesToolCalls
    }
}

/// The reason for which a cache did not store an answer, and perhaps did not look for one.
public enum CacheRefusal: String, Hashable, Sendable, CaseIterable, Codable {
    /// The caller asked not to store it.
    case directive
    /// The answer was cut, filtered or reached its maximum length.
    case notComplete
    /// The level of the answer is not among those that are stored.
    case level
    /// The temperature of the request is too high, so another answer would be as good.
    case temperature
    /// The request has tools, or the answer calls some.
    case toolCalls
    /// The answer is for one user, and the call names neither a user nor a session.
    case unknownUser
    /// The caller's text has personal data.
    case sensitiveText
    /// The last message is not the user's, or has no words. Only a cache that compares meanings refuses it.
    case noQuestion
    /// The question has a picture, a file or another part that is no text. Only a cache that compares meanings refuses it.
    case attachments
    /// The question has program code. Only a cache that compares meanings refuses it.
    case code
    /// The question is too long to be compared by its meaning.
    case tooLong
    /// The question has words such as `today`, so its answer is soon out of date.
    case timeSensitive
    /// The embedder gave no vector, so the question could not be found by its meaning.
    case noVector
    /// The answer is larger than the store takes.
    case tooLarge
    /// The store failed.
    case store
}
