/// The canonical bytes of what identifies a request.
///
/// The bytes are the version of their form and then one record for each field that is not empty: the byte of the
/// field, the length of its value in 64 bits, and the value. So no two identities have the same bytes.
struct RequestIdentity: Sendable {
    /// The version of the form of the bytes. A new version makes all stored answers unreachable.
    static let formVersion: UInt8 = 1

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
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
}
