#if !canImport(CryptoKit)
import LadderCore

/// AES-256-GCM of the system's libcrypto.
struct AESGCM: Sendable {
    static let tagLength = 16

    private let library: CryptoLibrary

    static func loaded() throws(ConfigurationError) -> AESGCM { AESGCM(library: try CryptoLibrary.shared.get()) }

    init(library: CryptoLibrary) {
        self.library = library
    }

    /// Returns 96 random bits.
    func makeNonce() throws(SealingError) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: 12)
        guard library.fillRandomly(&nonce, Int32(nonce.count)) == 1 else {
            throw failure("libcrypto has no random numbers")
        }
        return nonce
    }

    /// Returns the encrypted bytes and the proof behind them.
    func seal(
        _ bytes: [UInt8], key: [UInt8], nonce: [UInt8], authenticating context: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        let message = "libcrypto could not encrypt the value"
        let state = try makeState(for: [bytes, context])
        defer { library.freeState(state) }
        guard library.beginEncryption(state, library.cipher(), nil, key, nonce) == 1 else { throw failure(message) }
        var count: Int32 = 0
        if !context.isEmpty, library.encrypt(state, nil, &count, context, Int32(context.count)) != 1 {
            throw failure(message)
        }
        var encrypted = [UInt8](repeating: 0, count: bytes.count)
        if !bytes.isEmpty, library.encrypt(state, &encrypted, &count, bytes, Int32(bytes.count)) != 1 {
            throw failure(message)
        }
        var rest = [UInt8](repeating: 0, count: 16)
        var tag = [UInt8](repeating: 0, count: AESGCM.tagLength)
        guard library.endEncryption(state, &rest, &count) == 1,
            library.control(state, CryptoLibrary.getTag, Int32(AESGCM.tagLength), &tag) == 1
        else { throw failure(message) }
        return encrypted + tag
    }

    /// Returns the bytes of what ``seal(_:key:nonce:authenticating:)`` returned.
    func open(
        _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], authenticating context: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        guard sealed.count >= AESGCM.tagLength else { throw SealingError(.damaged, message: "the value is cut") }
        let encrypted = Array(sealed.dropLast(AESGCM.tagLength))
        var tag = Array(sealed.suffix(AESGCM.tagLength))
        let message = "libcrypto could not decrypt the value"
        let state = try makeState(for: [encrypted, context])
        defer { library.freeState(state) }
        guard library.beginDecryption(state, library.cipher(), nil, key, nonce) == 1 else { throw failure(message) }
        var count: Int32 = 0
        if !context.isEmpty, library.decrypt(state, nil, &count, context, Int32(context.count)) != 1 {
            throw failure(message)
        }
        var bytes = [UInt8](repeating: 0, count: encrypted.count)
        if !encrypted.isEmpty, library.decrypt(state, &bytes, &count, encrypted, Int32(encrypted.count)) != 1 {
            throw failure(message)
        }
        guard library.control(state, CryptoLibrary.setTag, Int32(AESGCM.tagLength), &tag) == 1 else {
            throw failure(message)
        }
        var rest = [UInt8](repeating: 0, count: 16)
        // Until here nothing proves that the decrypted bytes are those that were sealed.
        guard library.endDecryption(state, &rest, &count) == 1 else {
            library.clearErrors()
            throw SealingError(.damaged, message: "the value was changed or cut, or belongs elsewhere")
        }
        return bytes
    }

    /// Returns the state of one encryption. The library counts bytes in 32 bits.
    private func makeState(for inputs: [[UInt8]]) throws(SealingError) -> OpaquePointer {
        guard inputs.allSatisfy({ $0.count <= 1 << 30 }) else {
            throw SealingError(.failed, message: "the value is larger than a gibibyte")
        }
        guard let state = library.makeState() else { throw failure("libcrypto has no memory") }
        return state
    }

    /// Returns an error, and removes those of the thread, which other users of the library would take for their own.
    private func failure(_ message: String) -> SealingError {
        library.clearErrors()
        return SealingError(.failed, message: message)
    }
}
#endif
