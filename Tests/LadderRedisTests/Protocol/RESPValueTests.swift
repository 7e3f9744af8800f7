import LadderRedis
import Testing

struct RESPValueTests {
    @Test func `a number is read from an integer and from digits`() {
        #expect(RESPValue.integer(7).integer == 7)
        #expect(RESPValue.bytes(Array("7".utf8)).integer == 7)
        #expect(RESPValue.array([]).integer == nil)
    }
}
