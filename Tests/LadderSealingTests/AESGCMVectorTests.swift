import Testing

@testable import LadderSealing

/// The cases 13 to 16 of "The Galois/Counter Mode of Operation" by McGrew and Viega, which are those for AES-256.
@Suite struct AESGCMVectorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let number: Int
        let key: String
        let nonce: String
        let plain: String
        var context = ""
        let encrypted: String
        let tag: String

        var testDescription: String { "case \(number)" }
    }

    private static let key = String(repeating: "feffe9928665731c6d6a8f9467308308", count: 2)
    private static let plain =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
    private static let encrypted =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"

    static let cases = [
        Case(
            number: 13, key: String(repeating: "00", count: 32), nonce: String(repeating: "00", count: 12), plain: "",
            encrypted: "", tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        Case(
            number: 14, key: String(repeating: "00", count: 32), nonce: String(repeating: "00", count: 12),
            plain: String(repeating: "00", count: 16), encrypted: "cea7403d4d606b6e074ec5d3baf39d18",
            tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        Case(
            number: 15, key: key, nonce: "cafebabefacedbaddecaf888", plain: plain, encrypted: encrypted,
            tag: "b094dac5d93471bdec1a502270e3cc6c"),
        Case(
            number: 16, key: key, nonce: "cafebabefacedbaddecaf888", plain: String(plain.prefix(120)),
            context: "feedfacedeadbeeffeedfacedeadbeefabaddad2", encrypted: String(encrypted.prefix(120)),
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    @Test(arguments: cases) func `the system's cipher gives the published result`(_ example: Case) throws {
        let cipher = try AESGCM.loaded()
        let (key, nonce) = (Examples.bytes(hexadecimal: example.key), Examples.bytes(hexadecimal: example.nonce))
        let (plain, context) = (
            Examples.bytes(hexadecimal: example.plain), Examples.bytes(hexadecimal: example.context)
        )
        let sealed = try cipher.seal(plain, key: key, nonce: nonce, authenticating: context)
        #expect(sealed == Examples.bytes(hexadecimal: example.encrypted + example.tag))
        #expect(try cipher.open(sealed, key: key, nonce: nonce, authenticating: context) == plain)
    }
}
