/// What caches may do for one call.
public struct CacheDirective: Hashable, Sendable {
    /// Whether a cached answer may be served.
    public var mayRead: Bool
    /// Whether the answer may be stored.
    public var mayStore: Bool
    /// The oldest answer that may be served.
    public var maximumAge: Duration?
    /// How long the answer may be kept, instead of the cache's own rule.
    public var timeToLive: Duration?

    /// A directive made of its parts.
    public init(
        mayRead: Bool = true, mayStore: Bool = true, maximumAge: Duration? = nil, timeToLive: Duration? = nil
    ) {
        self.mayRead = mayRead
        self.mayStore = mayStore
        self.maximumAge = maximumAge
        self.timeToLive = timeToLive
    }

    /// Serve what is there, store what is new.
    public static let use = CacheDirective()
    /// Ask the model, and store its answer.
    public static let refresh = CacheDirective(mayRead: false)
    /// Neither serve nor store.
    public static let bypass = CacheDirective(mayRead: false, mayStore: false)
    /// Serve what is there, store nothing.
    public static let doNotStore = CacheDirective(mayStore: false)
}
