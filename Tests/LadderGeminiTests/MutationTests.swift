import ClientTestSupport
import LadderCore
import LadderTesting
import Testing

@testable import LadderGemini

@Suite struct MutationTests {
    @Test func `a damaged stream is read, cut or refused, and never a trap`() {
        var random = SeededRandom(seed: 7)
        for round in 0..<4_000 {
            var bytes = Array(Fixtures.all[round % Fixtures.all.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: Array(#"{["null,:"#.utf8).shuffled(using: &random), at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            let stream = StreamReading(pieces: [bytes])
            let ends = [stream.isCut, stream.error != nil, stream.ending != nil].count { $0 }
            #expect(ends == 1)
        }
    }
}
