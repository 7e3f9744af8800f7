import LadderCore
import LadderSealing
import Testing

@Suite struct SealingKeyTests {
    @Test(arguments: [
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", " AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F\r\n",
    ])
    func `a key is read from base64 and from hexadecimal digits`(text: String) async throws {
        let sealing = try AESGCMSealing(current: SealingKey(id: "k", text: text))
        let sealed = try await sealing.seal([5], authenticating: [])
        let same = try AESGCMSealing(current: SealingKey(id: "k", bytes: (0..<32).map { UInt8($0) }))
        #expect(try await same.open(sealed, authenticating: []) == [5])
    }

    @Test(arguments: [0, 16, 31, 33, 64]) func `a key of another length is refused`(count: Int) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try SealingKey(id: "k", bytes: [UInt8](repeating: 1, count: count))
        }
        #expect(error.problems == ["SealingKey has \(count) bytes; it must have 32"])
    }

    @Test(arguments: [
        "", "not a key", "AAECAwQFBgcICQoLDA0ODw==", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1g",
    ])
    func `a text that is no key is refused, and the error does not show it`(text: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try SealingKey(id: "k", text: text) }
        #expect(text.isEmpty || !error.description.contains(text))
    }

    @Test(arguments: ["", String(repeating: "x", count: 65)]) func `an id has 1 to 64 bytes`(id: String) {
        #expect(throws: ConfigurationError.self) { try Examples.sealingKey(id) }
    }

    @Test func `a key never shows its bytes`() throws {
        let key = try Examples.sealingKey("k", filledWith: 77)
        var dumped = ""
        dump(key, to: &dumped)
        dump(try AESGCMSealing(current: key), to: &dumped)
        #expect("\(key)" == "•••" && String(reflecting: key) == "•••")
        #expect(!dumped.contains("77") && dumped.contains("•••"))
    }
}
