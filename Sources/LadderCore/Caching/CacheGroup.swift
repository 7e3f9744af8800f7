/// A group of cached answers that is invalidated at once.
public enum CacheGroup: Hashable, Sendable, Codable {
    /// Every answer in the store.
    case all
    /// The answers for one tenant.
    case tenant(String)
    /// The answers to requests that name this model.
    case model(String)
    /// The answers of calls whose scope has this tag with this value.
    case tag(name: String, value: String)
}
