/// A rule for what caches may read and store for one call.
public struct CacheDirective: Hashable, Sendable {
    /// Whether a cached answer may be served.
    public var mayRead: Bool
    /// Whether the answer may be stored.
    public var mayStore: Bool
    /// The age above which a cached answer may not be served; nil means the cache's own rule.
    public var maximumAge: Duration?
    /// The time for which the answer is fresh once it is stored; nil means the cache's own rule.
    public var lifetime: CacheLifetime?
    /// Whether the answer is for the user of this call alone, even where the cache shares answers within the tenant.
    public var isPersonal: Bool

    /// Creates a directive. By default a cache may read and store.
    public init(
        mayRead: Bool = true, mayStore: Bool = true, maximumAge: Duration? = nil, lifetime: CacheLifetime? = nil,
        isPersonal: Bool = false
    ) {
        self.mayRead = mayRead
        self.mayStore = mayStore
        self.maximumAge = maximumAge
        self.lifetime = lifetime
        self.isPersonal = isPersonal
    }

    /// A directive to serve a cached answer if there is one, and to store a new answer.
    public static let use = CacheDirective()
    /// A directive to ask the model in every case, and to store its answer.
    public static let refresh = CacheDirective(mayRead: false)
    /// A directive to ask the model in every case, and to store nothing.
    public static let bypass = CacheDirective(mayRead: false, mayStore: false)
    /// A directive to serve a cached answer if there is one, and to store nothing.
    public static let doNotStore = CacheDirective(mayStore: false)
}
