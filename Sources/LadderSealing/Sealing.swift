/// A type that encrypts bytes so that a reader without the key can neither read nor change them unnoticed.
///
/// ``AESGCMSealing`` is one with a key in the process. Conform a type of your own to it to use another library, or a
/// service that keeps the key:
///
/// ```swift
/// // file scope
/// import LadderSealing
///
/// protocol KeyService: Sendable {
///     func encrypt(_ bytes: [UInt8], associatedData: [UInt8]) async throws -> [UInt8]
///     func decrypt(_ bytes: [UInt8], associatedData: [UInt8]) async throws -> [UInt8]
/// }
///
/// struct KeyServiceSealing: Sealing {
///     let service: any KeyService
///
///     func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] {
///         try await service.encrypt(bytes, associatedData: context)
///     }
///
///     func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8] {
///         try await service.decrypt(sealed, associatedData: context)
///     }
/// }
/// ```
///
/// The sealed bytes must say with which key they were made, so that keys can be changed. They need not be equal for
/// equal bytes, and should not be. A function that waits must end soon when its task is cancelled.
public protocol Sealing: Sendable {
    /// Returns the bytes encrypted, with a proof that covers them and the context.
    ///
    /// - Parameters:
    ///   - bytes: The bytes to encrypt.
    ///   - context: Bytes that are not part of the result, and that are needed again to open it.
    func seal(_ bytes: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8]

    /// Returns the bytes that were sealed with this context.
    ///
    /// - Throws: An error where the bytes or the context are not those of ``seal(_:authenticating:)``, where the key is
    ///   not known, or where a service fails.
    func open(_ sealed: [UInt8], authenticating context: [UInt8]) async throws -> [UInt8]
}
