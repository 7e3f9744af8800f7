public import LadderCore

/// Encryption with AES-256-GCM and keys in the memory of the process.
///
/// The cipher is CryptoKit's on Apple platforms and that of the system's libcrypto elsewhere, which is loaded when the
/// first value of this type is created.
///
/// ```swift
/// import LadderSealing
///
/// let key = try SealingKey(id: "2026-11", text: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")
/// let sealing = try AESGCMSealing(current: key)
/// let sealed = try await sealing.seal([1, 2, 3], authenticating: [])
/// print(try await sealing.open(sealed, authenticating: []))  // [1, 2, 3]
/// ```
///
/// A sealed value has the version of its form, the id of its key, a random nonce of 96 bits, the encrypted bytes and a
/// proof of 128 bits, which covers all of this and the context. It is 30 bytes and the id longer than the bytes.
///
/// Nonces are random, so one key must not seal more than 2³² values (4.3 billion): beyond that, the chance that two
/// values have the same nonce is above one in 2³², and the content of such values could be found out. Change the key
/// long before, best on a calendar.
public struct AESGCMSealing: Sealing {
    /// The id of the key that new values are sealed with.
    public var keyID: String { current.id }

    private let current: SealingKey
    private let previous: SealingKey?
    private let cipher: AESGCM

    /// Creates a sealing that seals with one key and opens values of two.
    ///
    /// - Parameters:
    ///   - current: The key of new values.
    ///   - previous: The other key while keys are changed: the one before, or first the one that comes next.
    /// - Throws: `ConfigurationError` where the system has no library for encryption, or both keys have the same id.
    public init(current: SealingKey, previous: SealingKey? = nil) throws(ConfigurationError) {
        try self.init(current: current, previous: previous, cipher: AESGCM.loaded())
    }

    init(current: SealingKey, previous: SealingKey?, cipher: AESGCM) throws(ConfigurationError) {
        if current.id == previous?.id {
            throw ConfigurationError(problems: ["both keys of AESGCMSealing have the id \"\(current.id)\""])
        }
        self.current = current
        self.previous = previous
        self.cipher = cipher
    }

    /// Returns the bytes encrypted with the current key.
    ///
    /// - Throws: ``SealingError`` of kind `failed`.
    public func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] {
        let header = SealedHeader(keyID: current.id, nonce: try cipher.makeNonce())
        return header.bytes
            + (try cipher.seal(
                bytes, key: current.bytes, nonce: header.nonce, authenticating: header.bytes + context))
    }

    /// Returns the bytes of a value that was sealed with one of the two keys.
    ///
    /// - Throws: ``SealingError``.
    public func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] {
        guard let header = SealedHeader(startOf: sealed) else {
            throw SealingError(.damaged, message: "the bytes are no sealed value, or one of another version")
        }
        guard let key = [current, previous].compactMap({ $0 }).first(where: { $0.id == header.keyID }) else {
            throw SealingError(.unknownKey, message: "the value was sealed with another key")
        }
        return try cipher.open(
            Array(sealed.dropFirst(header.bytes.count)), key: key.bytes, nonce: header.nonce,
            authenticating: header.bytes + context)
    }
}
