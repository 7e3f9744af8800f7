extension CallScope {
    /// Returns more parts of the identity of a request: the given ones, and the values of some tags.
    ///
    /// The names say which of both it is, so that a part and a tag of one name are different parts.
    package func keyParts(of tagNames: Set<String>, adding parts: [String: String]) -> [String: String] {
        var all: [String: String] = [:]
        for (name, value) in parts { all["part \(name)"] = value }
        for name in tagNames {
            if let value = tags[name] { all["tag \(name)"] = value }
        }
        return all
    }

    /// Returns the groups by which an answer to a call with this scope is invalidated.
    package func cacheGroups(model: String) -> [CacheGroup] {
        let tags = tags.sorted { $0.key < $1.key }.map { CacheGroup.tag(name: $0.key, value: $0.value) }
        return [.tenant(tenant), .model(model)] + tags
    }
}
