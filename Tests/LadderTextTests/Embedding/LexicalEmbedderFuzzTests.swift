import LadderCore
import LadderTesting
import LadderText
import Testing

@Suite struct LexicalEmbedderFuzzTests {
    private static let odd = [
        "", " ", "?", "...", "\n\t", "\0", "a", "é", "5", "€", "🎉", "👩‍👧", "\u{301}", "\u{200D}", "\u{FEFF}", "ー", "ｶﾞ",
        "½",
        "''''", "a'b'c'd", "<>", "__", "i", "the of and", "日", "ไ", "ُ",
    ]

    private func expectValid(_ vector: [Float], dimensions: Int, _ text: String) {
        let length = vector.reduce(0) { $0 + $1 * $1 }
        #expect(vector.count == dimensions)
        #expect(abs(length - 1) < 1e-4, "\(text.unicodeScalars.map(\.value).prefix(50))")
    }

    @Test(arguments: [64, 384, 512, 4_096])
    func `every text has a vector of unit length`(dimensions: Int) async throws {
        let embedder = LexicalEmbedder(dimensions: dimensions)
        for text in Self.odd { expectValid(try await embedder.embed([text])[0], dimensions: dimensions, text) }
        #expect(try await embedder.embed([]).isEmpty)
    }

    @Test func `random text has a vector that does not change`() async throws {
        let embedder = LexicalEmbedder()
        var random = SeededRandom(seed: 11)
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text += Self.odd.randomElement(using: &random) ?? ""
                case 1: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0..<128, using: &random)))
                case 2: text += " "
                default:
                    let value = UInt32.random(in: 0..<0x11_0000, using: &random)
                    if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
                }
            }
            let vectors = try await embedder.embed([text, text])
            expectValid(vectors[0], dimensions: 384, text)
            #expect(vectors[0] == vectors[1])
        }
    }

    @Test(arguments: ["word ", "é", "日", "\u{301}", "👩‍👧", "1", "a'"])
    func `only the beginning of a long text counts`(part: String) async throws {
        let embedder = LexicalEmbedder()
        let long = String(repeating: part, count: 2_048)
        let vectors = try await embedder.embed([long, long + " and something else", long + long])
        expectValid(vectors[0], dimensions: 384, long)
        #expect(vectors[0] == vectors[1])
        #expect(vectors[0] == vectors[2])
    }
}
