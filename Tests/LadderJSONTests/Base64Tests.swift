import Foundation
import LadderTesting
import Testing

@testable import LadderJSON

struct Base64Tests {
    @Test(arguments: 0...70)
    func `bytes are written as Foundation writes them and come back`(count: Int) {
        var generator = SeededRandom(seed: UInt64(count))
        for _ in 0..<20 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
            #expect(Base64.bytes(of: Base64.text(of: bytes)) == bytes)
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "A===", "====", "AA=A", "AAA\n", "AA-_", "éAA=", "AAAAA"])
    func `text that is no base64 gives nothing`(text: String) {
        #expect(Base64.bytes(of: text) == nil)
    }
}
