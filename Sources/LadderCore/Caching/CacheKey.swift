/// The identity of a request in a cache: two calls share an answer exactly when their keys are equal.
///
/// The key covers every field of the request but opaque bytes of models (``ReasoningContent/opaqueBytes``,
/// ``ToolCall/signature``), the tenant, and what ``CacheSharing`` adds. Parts can be added, such as a version of the
/// application's prompts; none can be left out.
///
/// An answer for one user alone (``CacheSharing/user``, or a personal one) is found by the user, or by the session
/// where the user is unknown. Where both are unknown the key equals no other key, not even one of the same call.
///
/// ```swift
/// let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(tenant: "acme"), namespace: "answers")
/// print(key.digest)  // 64 hexadecimal digits
/// ```
public struct CacheKey: Sendable {
    private let identity: RequestIdentity

    /// Creates the key of a request.
    ///
    /// - Parameters:
    ///   - request: The request, with the name of its model.
    ///   - scope: The scope of the call, whose tenant is always part of the key.
    ///   - sharing: Between whose calls the answer is shared.
    ///   - isPersonal: Whether the answer is for this user alone, within what `sharing` says.
    ///   - namespace: The name of the cache, so that several can use one store.
    ///   - version: The version of the application's prompts, by which all older answers become unreachable.
    ///   - parts: More parts of the identity, by name.
    public init(
        of request: ChatRequest, scope: CallScope, sharing: CacheSharing = .tenant, isPersonal: Bool = false,
        namespace: String = "", version: String = "", adding parts: [String: String] = [:]
    ) {
        var writer = IdentityWriter(for: request)
        writer.write(.namespace, text: namespace)
        writer.write(.version, text: version)
        for (name, value) in parts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            writer.write(.part) { writer in
                writer.write(name)
                writer.write(value)
            }
        }
        writer.write(.tenant, text: scope.tenant)
        isShareable = writer.write(scope, sharing: sharing, isPersonal: isPersonal)
        writer.write(request)
        identity = writer.identity
        tenant = scope.tenant
        self.namespace = namespace
        fingerprint = identity.fingerprint
    }

    /// The tenant whose answers the key belongs to.
    public let tenant: String
    /// The name of the cache that made the key.
    public let namespace: String
    /// Whether another call can have an equal key. It is false where an answer is for one user alone and neither user
    /// nor session is known: then a cache neither reads nor stores.
    package let isShareable: Bool
    /// 128 bits that stand for the key inside this process. Another process has other bits for the same key.
    public let fingerprint: Fingerprint

    /// 128 bits of a hash that is keyed with a secret of the process.
    public struct Fingerprint: Hashable, Sendable {
        /// The first 64 bits.
        public let high: UInt64
        /// The last 64 bits.
        public let low: UInt64
    }

    /// The SHA-256 digest of the key, the same in every process, for stores outside the process and for logs.
    ///
    /// It is computed each time: about 3 µs for each kilobyte of the request.
    public var digest: SHA256Digest { SHA256Digest(of: identity.bytes) }

    /// Returns the names of the fields in which two keys differ, such as `options.temperature` or `messages[1]`.
    public static func difference(between first: CacheKey, and second: CacheKey) -> [String] {
        first.identity.difference(from: second.identity)
    }
}

extension CacheKey: Hashable {
    /// Whether both keys stand for the same request.
    public static func == (left: CacheKey, right: CacheKey) -> Bool { left.fingerprint == right.fingerprint }

    /// Hashes the fingerprint.
    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
