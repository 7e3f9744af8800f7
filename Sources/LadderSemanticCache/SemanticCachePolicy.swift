public import LadderCore

/// The rules for which similar questions get the same answer, and for how long.
///
/// ```swift
/// var policy = SemanticCachePolicy.strict
/// policy.mode = .shadow
/// policy.lifetime = .stable
/// let cache = SemanticCache(policy, embedder: LexicalEmbedder(), store: MemoryStore())
/// ```
public struct SemanticCachePolicy: Hashable, Sendable {
    /// The thresholds that an embedder has.
    public enum Strictness: String, Hashable, Sendable, CaseIterable {
        /// The threshold for answers that were given to another question.
        case standard
        /// The threshold for answers that do harm where they are wrong.
        case strict
        /// The threshold for answers that were written for many ways to ask.
        case faq
    }

    /// What a cache does with an answer that it has found.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Serves the answer.
        case serve
        /// Asks the model all the same, and records whether its answer agrees with the one that was found.
        case shadow
    }

    /// The threshold of the embedder that counts, unless ``threshold`` is set.
    public var strictness: Strictness
    /// The cosine from which on a stored answer may be served; nil takes the embedder's threshold.
    public var threshold: Double?
    /// How far below the threshold a similarity may be when the call has failed; 0 serves no looser answer.
    public var looserOnFailure: Double
    /// Whether answers are served or only recorded.
    public var mode: Mode
    /// The highest accepted share of wrong answers among those served, as far as feedback and shadow mode show it.
    ///
    /// Entries and bands of similarity that are wrong more often stop serving. Nil stops only entries that were reported
    /// as wrong.
    public var targetErrorRate: Double?
    /// The time for which a stored answer may be served.
    public var lifetime: CacheLifetime
    /// The lifetimes for calls of certain features, by the name of the feature.
    public var featureLifetimes: [String: CacheLifetime]
    /// The share by which each lifetime is drawn longer or shorter, so that answers that were stored together do not
    /// all expire at once.
    public var jitter: Double
    /// Between whose calls answers are shared.
    public var sharing: CacheSharing
    /// The name of the cache, so that several can use one store. It must not be empty.
    public var namespace: String
    /// The version of the application's prompts. A new version makes all older answers unreachable.
    public var version: String
    /// More parts of the identity of every request, by name.
    public var keyParts: [String: String]
    /// The names of the tags of `CallScope` whose values are part of the identity, such as a language by which an inner
    /// layer changes the request.
    public var keyTags: Set<String>
    /// The rule of which answers are stored.
    public var admission: CacheAdmission
    /// The longest question that is compared, in Unicode scalars.
    public var maximumQuestionLength: Int
    /// Whether a question with words such as "today" or "now" is neither answered nor stored. Where it may be, its answer
    /// lives for ``CacheLifetime/realTime`` at most.
    public var refusesTimeSensitive: Bool
    /// The largest number of questions in the index of this process.
    public var maximumEntries: Int
    /// The longest time that a call waits for the embedder. The call then goes on without the cache.
    public var embedderTimeLimit: Duration
    /// The time for which the embedder is not called after repeated failures.
    public var embedderCooldown: Duration
    /// The number of failures of the embedder in a row after which it is still called.
    public var toleratedEmbedderFailures: Int
    /// The longest time that a call waits for one operation of the store. The call then goes on without it.
    public var storeTimeLimit: Duration
    /// The time after which the store is asked again what other processes have written.
    public var refreshInterval: Duration
    /// Whether a looser answer replaces a failure, for kinds of failures where that differs from the error table.
    public var rules: [ChatError.KindName: Bool]

    /// Creates a policy; each option has its standard value unless given.
    public init(
        strictness: Strictness = .standard, threshold: Double? = nil, looserOnFailure: Double = 0.03,
        mode: Mode = .serve, targetErrorRate: Double? = nil, lifetime: CacheLifetime = .static,
        featureLifetimes: [String: CacheLifetime] = [:], jitter: Double = 0.1, sharing: CacheSharing = .tenant,
        namespace: String = "semantic", version: String = "", keyParts: [String: String] = [:],
        keyTags: Set<String> = [], admission: CacheAdmission = CacheAdmission(), maximumQuestionLength: Int = 500,
        refusesTimeSensitive: Bool = true, maximumEntries: Int = 10_000,
        embedderTimeLimit: Duration = .milliseconds(300), embedderCooldown: Duration = .seconds(30),
        toleratedEmbedderFailures: Int = 2, storeTimeLimit: Duration = .milliseconds(50),
        refreshInterval: Duration = .seconds(5), rules: [ChatError.KindName: Bool] = [:]
    ) {
        self.strictness = strictness
        self.threshold = threshold
        self.looserOnFailure = looserOnFailure
        self.mode = mode
        self.targetErrorRate = targetErrorRate
        self.lifetime = lifetime
        self.featureLifetimes = featureLifetimes
        self.jitter = jitter
        self.sharing = sharing
        self.namespace = namespace
        self.version = version
        self.keyParts = keyParts
        self.keyTags = keyTags
        self.admission = admission
        self.maximumQuestionLength = maximumQuestionLength
        self.refusesTimeSensitive = refusesTimeSensitive
        self.maximumEntries = maximumEntries
        self.embedderTimeLimit = embedderTimeLimit
        self.embedderCooldown = embedderCooldown
        self.toleratedEmbedderFailures = toleratedEmbedderFailures
        self.storeTimeLimit = storeTimeLimit
        self.refreshInterval = refreshInterval
        self.rules = rules
    }

    /// The threshold of the embedder for usual questions.
    public static let standard = SemanticCachePolicy()
    /// A higher threshold, and no looser answer on failure, for answers that do harm where they are wrong.
    public static let strict = SemanticCachePolicy(strictness: .strict, looserOnFailure: 0)
    /// A lower threshold, for answers that were written for many ways to ask.
    public static let faq = SemanticCachePolicy(strictness: .faq)
}
