package import LadderCore

extension RouterPolicy {
    /// The part of a call's scope that keeps its calls on one deployment, so that the provider's prompt cache stays
    /// warm.
    public enum StickyKey: Hashable, Sendable {
        /// All calls of a tenant go to one deployment.
        case tenant
        /// All calls of a user within its tenant go to one deployment.
        case user
        /// All calls of a feature within its tenant go to one deployment.
        case feature
        /// All calls with the same value of a tag within their tenant go to one deployment, such as those of a session.
        case tag(String)
    }
}

extension RouterPolicy.StickyKey {
    /// Returns a stable hash of this key's value in a scope, or nil when the scope has none.
    package func hash(in scope: CallScope) -> UInt64? {
        let value: String
        switch self {
        case .tenant: value = scope.tenant
        case .user: value = scope.user
        case .feature: value = scope.feature
        case .tag(let name): value = scope.tags[name] ?? ""
        }
        if value.isEmpty { return nil }
        var hash = StableHash()
        hash.add(scope.tenant)
        hash.add(value)
        return hash.value
    }
}

extension RouterPolicy.StickyKey: CustomStringConvertible {
    /// The name of the key, such as `tenant` or `tag session`.
    public var description: String {
        switch self {
        case .tenant: "tenant"
        case .user: "user"
        case .feature: "feature"
        case .tag(let name): "tag \(name)"
        }
    }
}
