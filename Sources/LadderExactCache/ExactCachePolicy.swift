public import LadderCore

/// The rules for which answers are stored, for how long, and between whose calls they are shared.
///
/// ```swift
/// var policy = ExactCachePolicy()
/// policy.lifetime = .static
/// policy.featureLifetimes = ["weather": .realTime]
/// policy.admission.maximumTemperature = 0.7
/// let cache = ExactCache(policy)
/// ```
public struct ExactCachePolicy: Hashable, Sendable {
    /// The time for which a stored answer is fresh.
    public var lifetime: CacheLifetime
    /// The lifetimes for calls of certain features, by the name of the feature.
    public var featureLifetimes: [String: CacheLifetime]
    /// The share by which each lifetime is drawn longer or shorter, so that answers that were stored together do not
    /// all become stale at once.
    public var jitter: Double
    /// The time after its lifetime for which an answer may still be served when the call fails; zero for never.
    public var staleFor: Duration
    /// The time after its lifetime for which an answer is served at once while a new one is fetched in the background;
    /// nil for never.
    public var staleWhileRevalidate: Duration?
    /// Between whose calls answers are shared.
    public var sharing: CacheSharing
    /// The name of the cache, so that several can use one store.
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
    /// Whether the lifetime is at most ``CacheLifetime/realTime`` where the question has words such as "today" or
    /// "now".
    public var shortensTimeSensitive: Bool
    /// The longest time that a call waits for the store. The call then goes on without it.
    ///
    /// After three waits in a row without an answer the store is not asked for a second, then for
    /// longer, up to 32 s.
    public var storeTimeLimit: Duration
    /// Whether equal requests that are under way share one call of the model.
    public var singleFlight: Bool
    /// Whether a stale answer replaces a failure, for kinds of failures where that differs from the error table.
    public var rules: [ChatError.KindName: Bool]

    /// Creates a policy; each option has its standard value unless given.
    public init(
        lifetime: CacheLifetime = .stable, featureLifetimes: [String: CacheLifetime] = [:], jitter: Double = 0.1,
        staleFor: Duration = .seconds(86_400), staleWhileRevalidate: Duration? = nil,
        sharing: CacheSharing = .tenant, namespace: String = "exact", version: String = "",
        keyParts: [String: String] = [:], keyTags: Set<String> = [],
        admission: CacheAdmission = CacheAdmission(), shortensTimeSensitive: Bool = true,
        storeTimeLimit: Duration = .milliseconds(50), singleFlight: Bool = true,
        rules: [ChatError.KindName: Bool] = [:]
    ) {
        self.lifetime = lifetime
        self.featureLifetimes = featureLifetimes
        self.jitter = jitter
        self.staleFor = staleFor
        self.staleWhileRevalidate = staleWhileRevalidate
        self.sharing = sharing
        self.namespace = namespace
        self.version = version
        self.keyParts = keyParts
        self.keyTags = keyTags
        self.admission = admission
        self.shortensTimeSensitive = shortensTimeSensitive
        self.storeTimeLimit = storeTimeLimit
        self.singleFlight = singleFlight
        self.rules = rules
    }
}
