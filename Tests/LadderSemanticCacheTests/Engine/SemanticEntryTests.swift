import LadderCore
import LadderTesting
import Testing

@testable import LadderSemanticCache

struct SemanticEntryTests {
    private static let entry = SemanticEntry(
        embedderID: "e", tenant: "acme", frame: SHA256Digest(of: [1]), question: "why?", vector: [1, -0.5],
        answer: [7, 8])

    @Test func `the stored form is these bytes`() {
        #expect(
            Self.entry.encoded() == [
                0x4C, 0x71, 1,  // mark, version
            ] + Self.checksum + [
                1, 0x65,  // embedder
                4, 0x61, 0x63, 0x6D, 0x65,  // tenant
                32,  // frame
            ] + SHA256Digest(of: [1]).bytes + [
                4, 0x77, 0x68, 0x79, 0x3F,  // question
                2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xBF,  // vector
                2, 7, 8,  // answer
            ])
    }

    private static let checksum: [UInt8] = [0xA2, 0x5C, 0xF9, 0xDD, 0xEE, 0x7F, 0x8A, 0xEE]

    @Test func `what was written is read`() throws {
        #expect(try SemanticEntry(decoding: Self.entry.encoded()) == Self.entry)
        var large = Self.entry
        large.question = String(repeating: "Wie geht's? 🤷🏽‍♀️ ", count: 100)
        large.vector = (0..<4_096).map { Float($0) / 4_096 }
        #expect(try SemanticEntry(decoding: large.encoded()) == large)
    }

    @Test func `damaged, cut and lengthened bytes are errors, never traps`() {
        let bytes = Self.entry.encoded()
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << bit
                #expect(throws: StoreError.self) { try SemanticEntry(decoding: damaged) }
            }
            #expect(throws: StoreError.self) { try SemanticEntry(decoding: Array(bytes[..<index])) }
        }
        #expect(throws: StoreError.self) { try SemanticEntry(decoding: bytes + [0]) }
    }

    @Test func `bytes with a right checksum and wrong lengths are errors, never traps`() {
        var random = SeededRandom(seed: 3)
        let bytes = Self.entry.encoded()
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0..<3 {
                damaged[11 + Int(random.next() % UInt64(bytes.count - 11))] = UInt8(truncatingIfNeeded: random.next())
            }
            let checksum = Checksum.of(damaged, from: 11)
            for index in 0..<8 { damaged[3 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index)) }
            _ = try? SemanticEntry(decoding: damaged)
        }
    }

    @Test func `the key of an entry follows from what it says`() {
        let identity = QuestionIdentity(
            of: ChatRequest(" why? ", model: "m"), scope: CallScope(tenant: "acme"), isPersonal: false,
            policy: SemanticCachePolicy(), embedderID: "e")
        let entry = SemanticEntry(
            embedderID: "e", tenant: "acme", frame: identity?.frame ?? SHA256Digest(of: []), question: "why?",
            vector: [1], answer: [])
        let item = QuestionIndex.Item(
            digest: SHA256Digest(of: []), question: entry.question, frame: entry.frame, tenant: entry.tenant)
        #expect(item.key(namespace: "semantic") == identity?.key)
        #expect(identity?.key.tenant == "acme" && identity?.key.namespace == "semantic")
    }
}
