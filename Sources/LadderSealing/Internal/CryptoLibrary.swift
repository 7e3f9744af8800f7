#if !canImport(CryptoKit)
import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The functions of the system's libcrypto (OpenSSL) that this module calls, found at run time.
///
/// Nothing of OpenSSL is needed to build or link the package, and a program that encrypts nothing starts without it.
struct CryptoLibrary: Sendable {
    typealias State = OpaquePointer
    typealias Bytes = UnsafePointer<UInt8>
    typealias Output = UnsafeMutablePointer<UInt8>
    typealias Begin = @convention(c) @Sendable (State, OpaquePointer?, OpaquePointer?, Bytes?, Bytes?) -> Int32
    typealias Update = @convention(c) @Sendable (State, Output?, UnsafeMutablePointer<Int32>, Bytes?, Int32) -> Int32
    typealias End = @convention(c) @Sendable (State, Output, UnsafeMutablePointer<Int32>) -> Int32

    /// The numbers of `EVP_CTRL_AEAD_GET_TAG` and `EVP_CTRL_AEAD_SET_TAG`.
    static let (getTag, setTag): (Int32, Int32) = (0x10, 0x11)

    let makeState: @convention(c) @Sendable () -> State?
    let freeState: @convention(c) @Sendable (State?) -> Void
    let control: @convention(c) @Sendable (State, Int32, Int32, UnsafeMutableRawPointer?) -> Int32
    let cipher: @convention(c) @Sendable () -> OpaquePointer?
    let beginEncryption: Begin
    let encrypt: Update
    let endEncryption: End
    let beginDecryption: Begin
    let decrypt: Update
    let endDecryption: End
    let fillRandomly: @convention(c) @Sendable (Output, Int32) -> Int32
    let clearErrors: @convention(c) @Sendable () -> Void
    private let versionNumber: @convention(c) @Sendable () -> UInt

    /// The library of this system, or the reason why there is none.
    static let shared = load(from: ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"])

    static func load(from names: [String]) -> Result<CryptoLibrary, ConfigurationError> {
        var reasons: [String] = []
        for name in names {
            guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
                reasons.append(dlerror().map { String(cString: $0) } ?? name)
                continue
            }
            // It is never closed: other parts of the process may use it.
            if let library = CryptoLibrary(handle), library.versionNumber() >= 0x1010_0000 {
                return .success(library)
            }
            reasons.append("\(name) is older than OpenSSL 1.1")
        }
        let problem =
            "AESGCMSealing needs libcrypto of OpenSSL 1.1 or later, which could not be loaded "
            + "(\(reasons.joined(separator: "; "))); install it: libssl3 on Debian and Ubuntu, openssl-libs on Fedora, "
            + "RHEL and Amazon Linux, libcrypto3 on Alpine"
        return .failure(ConfigurationError(problems: [problem]))
    }

    /// Finds the functions; nil where one is missing.
    private init?(_ handle: UnsafeMutableRawPointer) {
        func function<Function>(_ name: String) -> Function? {
            dlsym(handle, name).map { unsafeBitCast($0, to: Function.self) }
        }
        guard
            let makeState: @convention(c) @Sendable () -> State? = function("EVP_CIPHER_CTX_new"),
            let freeState: @convention(c) @Sendable (State?) -> Void = function("EVP_CIPHER_CTX_free"),
            let control: @convention(c) @Sendable (State, Int32, Int32, UnsafeMutableRawPointer?) -> Int32 =
                function("EVP_CIPHER_CTX_ctrl"),
            let cipher: @convention(c) @Sendable () -> OpaquePointer? = function("EVP_aes_256_gcm"),
            let beginEncryption: Begin = function("EVP_EncryptInit_ex"),
            let encrypt: Update = function("EVP_EncryptUpdate"),
            let endEncryption: End = function("EVP_EncryptFinal_ex"),
            let beginDecryption: Begin = function("EVP_DecryptInit_ex"),
            let decrypt: Update = function("EVP_DecryptUpdate"),
            let endDecryption: End = function("EVP_DecryptFinal_ex"),
            let fillRandomly: @convention(c) @Sendable (Output, Int32) -> Int32 = function("RAND_bytes"),
            let clearErrors: @convention(c) @Sendable () -> Void = function("ERR_clear_error"),
            let versionNumber: @convention(c) @Sendable () -> UInt = function("OpenSSL_version_num")
        else { return nil }
        self.makeState = makeState
        self.freeState = freeState
        self.control = control
        self.cipher = cipher
        self.beginEncryption = beginEncryption
        self.encrypt = encrypt
        self.endEncryption = endEncryption
        self.beginDecryption = beginDecryption
        self.decrypt = decrypt
        self.endDecryption = endDecryption
        self.fillRandomly = fillRandomly
        self.clearErrors = clearErrors
        self.versionNumber = versionNumber
    }
}
#endif
