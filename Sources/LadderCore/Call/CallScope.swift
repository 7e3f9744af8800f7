/// For whom a call is made: what budgets are counted by and what keeps one tenant's answers from another's eyes.
public struct CallScope: Hashable, Sendable {
    /// Whose data this is. Part of every cache key.
    public var tenant: String
    /// Who asks.
    public var user: String
    /// Which part of the application asks.
    public var feature: String
    /// Anything else to count or route by.
    public var tags: [String: String]

    /// A scope; empty means "not said".
    public init(tenant: String = "", user: String = "", feature: String = "", tags: [String: String] = [:]) {
        self.tenant = tenant
        self.user = user
        self.feature = feature
        self.tags = tags
    }
}
