import ClientTestSupport
import LadderCore
import LadderJSON
import LadderTesting
import Testing

@testable import LadderAnthropic

struct AnthropicMutationTests {
    @Test(arguments: StreamFixture.allCases)
    func `no changed byte of a stream is a trap`(fixture: StreamFixture) throws {
        let bytes = Array(fixture.bytes.utf8)
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            var mutated = bytes
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let place = Int.random(in: 0..<mutated.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: mutated[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: mutated.remove(at: place)
                default: mutated.removeSubrange(place..<min(mutated.count, place + 40))
                }
                if mutated.isEmpty { break }
            }
            let reading = StreamReading(pieces: [mutated])
            #expect(reading.failure == nil || reading.ending == nil)
        }
    }
}
