import LadderCore
import Testing

@testable import LadderSealing

@Suite struct AESGCMSealingTests {
    private let context: [UInt8] = Array("where it belongs".utf8)

    private func kind(
        of sealed: [UInt8], by sealing: AESGCMSealing, authenticating context: [UInt8]? = nil
    ) async -> SealingError.Kind? {
        do {
            _ = try await sealing.open(sealed, authenticating: context ?? self.context)
            return nil
        } catch {
            return (error as? SealingError)?.kind
        }
    }

    @Test(arguments: [0, 1, 15, 16, 17, 1_000, 1 << 20])
    func `a value of any size comes back`(count: Int) async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"))
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sealed = try await sealing.seal(bytes, authenticating: context)
        #expect(sealed.count == count + 30 + 3)
        #expect(try await sealing.open(sealed, authenticating: context) == bytes)
        #expect(try await sealing.open(try await sealing.seal(bytes, authenticating: []), authenticating: []) == bytes)
    }

    @Test func `every changed byte is noticed`() async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"), previous: Examples.sealingKey("kez"))
        let sealed = try await sealing.seal(Array("forty-two".utf8), authenticating: context)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << UInt8(bit)
                #expect(await kind(of: changed, by: sealing) != nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func `every cut and every added byte is noticed`() async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"))
        let sealed = try await sealing.seal(Array("forty-two".utf8), authenticating: context)
        for count in 0..<sealed.count {
            #expect(await kind(of: Array(sealed.prefix(count)), by: sealing) != nil, "\(count) bytes")
        }
        #expect(await kind(of: sealed + [0], by: sealing) == .damaged)
        #expect(await kind(of: [0] + sealed, by: sealing) == .damaged)
    }

    @Test func `a value cannot be opened in another context, or with another key of the same id`() async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"))
        let sealed = try await sealing.seal([1, 2, 3], authenticating: context)
        #expect(await kind(of: sealed, by: sealing, authenticating: context + [0]) == .damaged)
        #expect(await kind(of: sealed, by: sealing, authenticating: []) == .damaged)
        let other = try AESGCMSealing(current: Examples.sealingKey("key", filledWith: 8))
        #expect(await kind(of: sealed, by: other) == .damaged)
        let third = try AESGCMSealing(current: Examples.sealingKey("third"))
        #expect(await kind(of: sealed, by: third) == .unknownKey)
    }

    @Test func `while keys are changed, values of both are opened and the current one seals`() async throws {
        let (old, new) = (try Examples.sealingKey("old", filledWith: 1), try Examples.sealingKey("new", filledWith: 2))
        let before = try AESGCMSealing(current: old)
        let during = try AESGCMSealing(current: new, previous: old)
        let after = try AESGCMSealing(current: new)
        let first = try await before.seal([1], authenticating: context)
        #expect(try await during.open(first, authenticating: context) == [1])
        #expect(await kind(of: first, by: after) == .unknownKey)
        let second = try await during.seal([2], authenticating: context)
        #expect(during.keyID == "new")
        #expect(try await after.open(second, authenticating: context) == [2])
        #expect(throws: ConfigurationError.self) { try AESGCMSealing(current: old, previous: old) }
    }

    @Test func `equal values are sealed differently`() async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"))
        var nonces: Set<[UInt8]> = []
        for _ in 0..<1_000 {
            let sealed = try await sealing.seal([1, 2, 3], authenticating: context)
            nonces.insert(try #require(SealedHeader(startOf: sealed)).nonce)
        }
        #expect(nonces.count == 1_000)
    }

    @Test func `eight tasks seal and open at once`() async throws {
        let sealing = try AESGCMSealing(current: Examples.sealingKey("key"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { @concurrent in
                    for step in 0..<100 {
                        let bytes = [UInt8](repeating: UInt8(task * 16 + step % 16), count: step * 10)
                        let sealed = try await sealing.seal(bytes, authenticating: [UInt8(task)])
                        #expect(try await sealing.open(sealed, authenticating: [UInt8(task)]) == bytes)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    #if !canImport(CryptoKit)
    @Test func `a machine without libcrypto gets one sentence that says what to install`() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try CryptoLibrary.load(from: ["libnothing.so.9"]).get()
        }
        #expect(error.problems.count == 1 && error.description.contains("libssl3 on Debian"))
    }

    #if canImport(Glibc)
    @Test func `a library without the functions of OpenSSL is refused`() throws {
        #expect(throws: ConfigurationError.self) { try CryptoLibrary.load(from: ["libc.so.6"]).get() }
    }
    #endif
    #endif
}
