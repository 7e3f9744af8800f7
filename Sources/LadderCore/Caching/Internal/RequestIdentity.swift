/// The canonical bytes of what identifies a request, with the place at which each field begins.
struct RequestIdentity: Sendable {
    /// The version of the form of the bytes. A new version makes all stored answers unreachable.
    static let formVersion: UInt8 = 1

    private(set) var bytes: [UInt8]
    /// The name of each field and the place of its first byte.
    private var fields: [(name: String, start: Int)] = []

    init(
        request: ChatRequest, scope: CallScope, sharing: CacheSharing, namespace: String, version: String,
        parts: [String: String]
    ) {
        bytes = [RequestIdentity.formVersion]
        // stand-in
        var text = "\(request)|\(scope.tenant)|\(namespace)|\(version)|\(parts.sorted { $0.key < $1.key })"
        if sharing == .user { text += "|u:\(scope.user)|\(scope.user.isEmpty ? scope.session : "")" }
        if sharing == .feature { text += "|f:\(scope.feature)" }
        bytes += Array(text.utf8)
    }

    /// 128 bits of a hash that is keyed with a secret of the process.
    var fingerprint: CacheKey.Fingerprint {
        var (high, low) = (Hasher(), Hasher())
        high.combine(UInt8(0))
        low.combine(UInt8(1))
        bytes.withUnsafeBytes { bytes in
            high.combine(bytes: bytes)
            low.combine(bytes: bytes)
        }
        return CacheKey.Fingerprint(
            high: UInt64(bitPattern: Int64(high.finalize())), low: UInt64(bitPattern: Int64(low.finalize())))
    }

    /// Returns the names of the fields whose bytes differ.
    func difference(from other: RequestIdentity) -> [String] { [] }
}
