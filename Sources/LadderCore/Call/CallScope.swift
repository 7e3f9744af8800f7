/// The tenant, user, session and feature for which a call is made.
///
/// Budgets count by it, and a cache must include the tenant in its key. An empty text means that the field is unknown.
public struct CallScope: Hashable, Sendable, Codable {
    /// The owner of the data, which is part of every cache key.
    public var tenant: String
    /// The user for whom the call is made.
    public var user: String
    /// The conversation or session the call belongs to.
    public var session: String
    /// The part of the application that makes the call.
    public var feature: String
    /// Further values by which to count or route.
    public var tags: [String: String]

    /// Creates a scope; a field that is left out is empty.
    public init(
        tenant: String = "", user: String = "", session: String = "", feature: String = "",
        tags: [String: String] = [:]
    ) {
        self.tenant = tenant
        self.user = user
        self.session = session
        self.feature = feature
        self.tags = tags
    }

    /// Returns this scope with the fields of `other` where this one is empty. Of two tags of one name, this scope's
    /// counts.
    func filled(from other: CallScope) -> CallScope {
        CallScope(
            tenant: tenant.isEmpty ? other.tenant : tenant,
            user: user.isEmpty ? other.user : user,
            session: session.isEmpty ? other.session : session,
            feature: feature.isEmpty ? other.feature : feature,
            tags: tags.merging(other.tags) { own, _ in own })
    }
}
