/// What stands in clear before the encrypted bytes of a value: a version, the id of the key, and the nonce.
struct SealedHeader {
    private static let version: UInt8 = 1
    private static let nonceLength = 12

    let keyID: String
    let nonce: [UInt8]

    init(keyID: String, nonce: [UInt8]) {
        self.keyID = keyID
        self.nonce = nonce
    }

    /// Reads the header of a sealed value; nil where there is none.
    init?(startOf sealed: [UInt8]) {
        guard sealed.count >= 2, sealed[0] == SealedHeader.version else { return nil }
        let idEnd = 2 + Int(sealed[1])
        let end = idEnd + SealedHeader.nonceLength
        guard sealed.count >= end, let id = String(validating: sealed[2..<idEnd], as: UTF8.self) else { return nil }
        keyID = id
        nonce = Array(sealed[idEnd..<end])
    }

    /// The header as bytes, from which its end can be told.
    var bytes: [UInt8] { [SealedHeader.version, UInt8(keyID.utf8.count)] + keyID.utf8 + nonce }
}
