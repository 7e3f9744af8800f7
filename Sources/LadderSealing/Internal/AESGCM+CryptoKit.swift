#if canImport(CryptoKit)
import CryptoKit
import LadderCore

/// AES-256-GCM of CryptoKit.
struct AESGCM: Sendable {
    static let tagLength = 16

    static func loaded() throws(ConfigurationError) -> AESGCM { AESGCM() }

    /// Returns 96 random bits.
    func makeNonce() throws(SealingError) -> [UInt8] { Array(AES.GCM.Nonce()) }

    /// Returns the encrypted bytes and the proof behind them.
    func seal(
        _ bytes: [UInt8], key: [UInt8], nonce: [UInt8], authenticating context: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(
                bytes, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce), authenticating: context)
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw SealingError(.failed, message: "CryptoKit could not encrypt the value")
        }
    }

    /// Returns the bytes of what ``seal(_:key:nonce:authenticating:)`` returned.
    func open(
        _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], authenticating context: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: nonce), ciphertext: Array(sealed.dropLast(AESGCM.tagLength)),
                tag: Array(sealed.suffix(AESGCM.tagLength)))
            return Array(try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: context))
        } catch {
            throw SealingError(.damaged, message: "the value was changed or cut, or belongs elsewhere")
        }
    }
}
#endif
