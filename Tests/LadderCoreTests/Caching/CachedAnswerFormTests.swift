import LadderJSON
import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CachedAnswerFormTests {
    private static func answer(seed: UInt64) -> CachedAnswer {
        var conversation = RandomConversation(seed: seed)
        return CachedAnswer(
            conversation.completion(),
            level: FallbackLevel.allCases.randomElement(using: &conversation.random) ?? .primary,
            model: conversation.text(), cost: conversation.maybe { Money(picodollars: Int64($0.any())) },
            latency: conversation.duration())
    }

    private func error(decoding bytes: [UInt8]) -> StoreError? {
        do throws(StoreError) {
            _ = try CachedAnswer(decoding: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `generated answers are equal after a round trip`() throws {
        for seed in 0..<1_000 as Range<UInt64> {
            let answer = CachedAnswerFormTests.answer(seed: seed)
            let bytes = answer.encoded()
            #expect(try CachedAnswer(decoding: bytes) == answer, "seed \(seed)")
            #expect(try CachedAnswer(decoding: bytes).encoded() == bytes, "seed \(seed)")
        }
    }

    @Test func `the rate limits of its time are not stored`() throws {
        let metadata = ReplyMetadata(requestID: "r", rateLimits: [RateLimit(name: "tokens")], raw: ["a": 1])
        var answer = CachedAnswer(
            Completion(content: [.text("a")], metadata: metadata), level: .primary, model: "m", cost: nil,
            latency: .zero)
        #expect(answer.completion.metadata?.rateLimits == [])
        answer.completion.metadata?.rateLimits = metadata.rateLimits
        let decoded = try CachedAnswer(decoding: answer.encoded())
        #expect(decoded.completion.metadata == ReplyMetadata(requestID: "r", raw: ["a": 1]))
    }

    /// What another process, or an older version of the same form, wrote.
    @Test func `a stored answer is read and written as any process writes it`() throws {
        let answer = CachedAnswer(
            Completion(
                content: [
                    .reasoning(ReasoningContent(text: "hm", opaqueBytes: [1, 2], model: "m")), .text("hi"),
                    .toolCall(
                        ToolCall(
                            id: "1", name: "t", arguments: "{}", signature: ModelSignature(bytes: [3], model: "m"))),
                    .image(.data([4], mediaType: "image/png")),
                    .file(FileContent(url: "u", mediaType: "text/plain", name: "n")),
                ], finishReason: .toolCalls, usage: Usage(inputTokens: 300, outputTokens: 2, isEstimated: true),
                metadata: ReplyMetadata(requestID: "r", raw: ["b": 1.5, "a": [1, "x", nil, true]])),
            level: .fallbackModel, model: "m", cost: Money(picodollars: -1), latency: .milliseconds(1_500))
        let stored: [UInt8] = [
            76, 97, 1, 70, 104, 93, 154, 246, 73, 108, 17, 13, 102, 97, 108, 108, 98, 97, 99, 107,
            77, 111, 100, 101, 108, 1, 109, 1, 1, 0, 128, 128, 216, 216, 215, 193, 196, 232, 20,
            2, 216, 4, 4, 0, 0, 0, 0, 1, 1, 1, 1, 114, 2, 1, 97, 6, 4, 3,
            2, 5, 1, 120, 0, 2, 1, 98, 4, 0, 0, 0, 0, 0, 0, 248, 63, 6, 1, 2,
            104, 109, 1, 109, 2, 1, 2, 1, 2, 104, 105, 7, 1, 49, 1, 116, 2, 123, 125, 1,
            1, 3, 1, 109, 3, 1, 4, 9, 105, 109, 97, 103, 101, 47, 112, 110, 103, 4, 1, 117,
            10, 116, 101, 120, 116, 47, 112, 108, 97, 105, 110, 1, 1, 110, 0,
        ]
        #expect(answer.encoded() == stored)
        #expect(try CachedAnswer(decoding: stored) == answer)
    }

    @Test func `every answer that is cut or has a byte changed is refused`() {
        let bytes = CachedAnswerFormTests.answer(seed: 7).encoded()
        for count in bytes.indices { #expect(error(decoding: Array(bytes.prefix(count)))?.kind == .corrupt) }
        for index in bytes.indices {
            for bit in 0..<8 as Range<UInt8> {
                var damaged = bytes
                damaged[index] ^= 1 << bit
                #expect(error(decoding: damaged)?.kind == .corrupt, "byte \(index), bit \(bit)")
            }
        }
        #expect(error(decoding: bytes + [0])?.kind == .corrupt)
        #expect(error(decoding: [])?.kind == .corrupt)
    }

    @Test func `an entry of another version of the form says so`() {
        var bytes = CachedAnswerFormTests.answer(seed: 1).encoded()
        bytes[2] = 2
        #expect(error(decoding: bytes)?.message == "the entry has form 2; this version reads 1")
        bytes[0] = 0
        #expect(error(decoding: bytes)?.message == "the bytes are not a cached answer")
    }

    @Test func `no damage traps or passes for an answer`() {
        var random = SeededRandom(seed: 99)
        let entries = (0..<50 as Range<UInt64>).map { CachedAnswerFormTests.answer(seed: $0).encoded() }
        var refused = 0
        for round in 0..<100_000 {
            var bytes = entries[round % entries.count]
            for _ in 0...Int.random(in: 0...3, using: &random) { damage(&bytes, using: &random) }
            if entries.contains(bytes) { continue }
            refused += 1
            // The checksum stops nearly all; behind one that fits, the reader meets the damage itself.
            if round.isMultiple(of: 2) {
                #expect(error(decoding: bytes)?.kind == .corrupt, "round \(round)")
            } else if bytes.count >= 11 {
                _ = error(decoding: CachedAnswerFormTests.withChecksum(bytes))
            }
        }
        #expect(refused > 90_000)
    }

    private func damage(_ bytes: inout [UInt8], using random: inout SeededRandom) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[index] = 0xFF
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        default: bytes.removeSubrange(index...)
        }
    }

    /// Returns the bytes as a forger would write them: with the mark, the version and a checksum that fits.
    private static func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
        var forged = bytes
        forged.replaceSubrange(0..<3, with: [0x4C, 0x61, 1])
        let checksum = Checksum.of(forged, from: 11)
        for index in 0..<8 { forged[3 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index)) }
        return forged
    }

    /// An entry whose completion has these bytes as its metadata and content.
    private func forged(endingWith bytes: [UInt8]) -> [UInt8] {
        var start = CachedAnswer(Completion(content: []), level: .primary, model: "m", cost: nil, latency: .zero)
            .encoded()
        // The last two bytes are the missing metadata and the mark behind the parts.
        start.removeLast(2)
        return CachedAnswerFormTests.withChecksum(start + bytes)
    }

    @Test func `a forged length allocates nothing`() {
        let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]
        #expect(error(decoding: forged(endingWith: [0, 0])) == nil)
        #expect(error(decoding: forged(endingWith: [0, 1] + huge))?.message == "the entry is cut")
        #expect(error(decoding: forged(endingWith: [0, 3] + huge))?.message == "the entry is cut")
        #expect(error(decoding: forged(endingWith: [1, 0] + huge))?.message == "the entry is cut")
        let tooLong = [UInt8](repeating: 0xFF, count: 9) + [2]
        #expect(error(decoding: forged(endingWith: [0, 1] + tooLong))?.message == "a number is too large")
        #expect(error(decoding: forged(endingWith: [0, 1, 1, 0xFF, 0]))?.message == "a text is not UTF-8")
        #expect(error(decoding: forged(endingWith: [0, 9]))?.message == "a part of the answer has an unknown type")
        #expect(error(decoding: forged(endingWith: [0, 0, 0]))?.message == "there are bytes behind the entry")
        #expect(error(decoding: forged(endingWith: [2, 0]))?.message == "a flag is neither 0 nor 1")
    }

    @Test func `a forged depth does not overflow the stack`() {
        let results = [UInt8](repeating: 0, count: 100_000).flatMap { _ in [8, 0, 0] as [UInt8] }
        #expect(error(decoding: forged(endingWith: [0] + results))?.message == "the entry is nested too deeply")
        let lists = [UInt8](repeating: 6, count: 1) + [UInt8](repeating: 1, count: 1)
        let value = (0..<100_000).flatMap { _ in lists }
        #expect(error(decoding: forged(endingWith: [1, 0, 1, 0] + value))?.message == "the entry is nested too deeply")
    }

    @Test func `what may be nested as deeply as parsed JSON is read back`() throws {
        let text = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
        let raw = ["a": try JSONValue(parsing: text)]
        let answer = CachedAnswer(
            Completion(content: [.text("a")], metadata: ReplyMetadata(raw: raw)), level: .primary, model: "m",
            cost: nil, latency: .zero)
        #expect(try CachedAnswer(decoding: answer.encoded()) == answer)
    }

    @Test func `an answer of text takes few bytes more than its text`() {
        let text = String(repeating: "answer ", count: 146)
        let answer = CachedAnswer(
            Completion(text, usage: Usage(inputTokens: 300, outputTokens: 250)), level: .primary,
            model: "gpt-4o-mini", cost: Money(picodollars: 123_456_789), latency: .milliseconds(812))
        #expect(answer.encoded().count - text.utf8.count < 64)
    }
}
