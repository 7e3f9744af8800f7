import LadderCore

/// What a store sees instead of the digests, tenants, models and tags of its entries: codes that are keyed with a secret.
struct KeyedNames: Sendable {
    private let key: RequestDigestKey

    init(_ key: RequestDigestKey) {
        self.key = key
    }

    /// Returns the key under which the inner store keeps the entry of a key.
    func key(for key: CacheKey, digest: SHA256Digest) -> CacheKey {
        CacheKey(
            of: ChatRequest("", model: ""), scope: CallScope(tenant: code("tenant", of: [key.tenant])),
            namespace: key.namespace, adding: ["sealed": code("key", of: [digest.description])])
    }

    /// Returns the group that the inner store has instead.
    func group(for group: CacheGroup) -> CacheGroup {
        switch group {
        case .all: .all
        case .tenant(let tenant): .tenant(code("tenant", of: [tenant]))
        case .model(let name): .model(code("model", of: [name]))
        case .tag(let name, let value):
            // With the name, so that equal values of two tags cannot be seen to be equal.
            .tag(name: code("tag", of: [name]), value: code("tag value", of: [name, value]))
        }
    }

    /// Returns a code as hexadecimal digits. The purpose keeps equal texts of two kinds apart.
    private func code(_ purpose: String, of parts: [String]) -> String {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 128)
        writer.write("ladder.sealed." + purpose)
        for part in parts { writer.write(part) }
        return key.code(of: writer.bytes).description
    }
}
