/// Between whose calls a cached answer is shared.
///
/// An answer never leaves its tenant.
public enum CacheSharing: String, Hashable, Sendable, CaseIterable {
    /// All users and features of the tenant share answers.
    case tenant
    /// Only calls of the same user, or of the same session where the user is unknown, share answers.
    case user
    /// Only calls of the same feature share answers.
    case feature
}
