/// A secret with which requests are digested, so that a log shows which calls asked the same without showing what.
///
/// Without the secret a digest says nothing about its request, not even to a reader with a list of likely prompts. Keep
/// it as you keep a provider's key, and apart from the logs. It prints as `•••`.
///
/// ```swift
/// let key = try RequestDigestKey("f3a91c0de8457b62a0c4d1f79be25836")
/// let pipeline = try Pipeline(model: model).observing(CallLog(digestKey: key) { line in print(line) })
/// ```
///
/// The digest is an HMAC-SHA256 over the identity that ``CacheKey`` gives the request: its tenant and every field but
/// opaque bytes of models. Two tenants with the same question have different digests. With another key all digests
/// change.
public struct RequestDigestKey: Sendable {
    private let bytes: [UInt8]

    /// Creates a key from its bytes, best 32 random ones.
    ///
    /// - Throws: `ConfigurationError` where there are fewer than 16, because a short key can be found by trial.
    public init(_ bytes: [UInt8]) throws(ConfigurationError) {
        guard bytes.count >= 16 else {
            throw ConfigurationError(problems: ["RequestDigestKey has \(bytes.count) bytes; allowed from 16"])
        }
        self.bytes = bytes
    }

    /// Creates a key from the UTF-8 bytes of a text, such as an environment variable.
    ///
    /// - Throws: `ConfigurationError` where there are fewer than 16.
    public init(_ text: String) throws(ConfigurationError) {
        try self.init(Array(text.utf8))
    }

    /// Returns the digest of a request as 64 hexadecimal digits.
    package func digest(of request: ChatRequest, scope: CallScope) -> String {
        code(of: CacheKey(of: request, scope: scope).digest.bytes).description
    }

    /// Returns the HMAC-SHA256 of a message, as defined by RFC 2104.
    package func code(of message: [UInt8]) -> SHA256Digest {
        var block = bytes.count > 64 ? SHA256Digest(of: bytes).bytes : bytes
        block += [UInt8](repeating: 0, count: 64 - block.count)
        let inner = SHA256Digest(of: block.map { $0 ^ 0x36 } + message)
        return SHA256Digest(of: block.map { $0 ^ 0x5c } + inner.bytes)
    }
}

extension RequestDigestKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three dots, whatever the key is.
    public var description: String { "•••" }

    /// Three dots, whatever the key is.
    public var debugDescription: String { description }

    /// Nothing, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
