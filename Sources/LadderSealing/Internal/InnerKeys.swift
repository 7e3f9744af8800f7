import LadderCore

/// The digest of a key, and the keys that stand for it in the inner store.
struct InnerKeys {
    let digest: SHA256Digest
    /// The key by the current secret.
    let current: CacheKey
    /// The key by the other secret, while secrets are changed.
    let previous: CacheKey?

    init(of key: CacheKey, names: KeyedNames, previous: KeyedNames?) {
        let digest = key.digest
        self.digest = digest
        current = names.key(for: key, digest: digest)
        self.previous = previous?.key(for: key, digest: digest)
    }
}
