@testable import LadderRedis
import Testing

struct OutputBufferTests {
    @Test func `one thread sends at a time, and what is left goes first`() throws {
        var output = OutputBuffer()
        _ = output.append([1, 2, 3])
        let taken1 = output.take()
        let first = try #require(taken1)
        _ = output.append([4])
        let taken2 = output.take()
        #expect(taken2 == nil)
        #expect(output.count == 4)
        let isCurrent3 = output.finish(first, sent: 2)
        #expect(isCurrent3)
        let taken4 = output.take()
        let second = try #require(taken4)
        #expect(second.bytes[second.offset...] == [3])
        let isCurrent5 = output.finish(second, sent: 1)
        #expect(isCurrent5)
        let taken6 = output.take()
        #expect(taken6?.bytes == [4])
    }

    @Test func `bytes that a thread is sending count as sent, because they may be`() throws {
        var output = OutputBuffer()
        _ = output.append([1, 2, 3])
        #expect(output.possiblySent == 0)
        let taken1 = output.take()
        let chunk = try #require(taken1)
        #expect(output.possiblySent == 3)
        let isCurrent2 = output.finish(chunk, sent: 1)
        #expect(isCurrent2)
        #expect(output.possiblySent == 1)
    }

    @Test func `a thread that comes back from an older connection changes nothing`() throws {
        var output = OutputBuffer()
        _ = output.append([1])
        let taken1 = output.take()
        let old = try #require(taken1)
        output.reset()
        _ = output.append([2, 3])
        let isCurrent2 = output.finish(old, sent: 1)
        #expect(!isCurrent2)
        #expect(output.possiblySent == 0)
        let taken3 = output.take()
        #expect(taken3?.bytes == [2, 3])
    }

    @Test func `nothing is taken while the system has no room`() {
        var output = OutputBuffer()
        _ = output.append([1])
        output.waitsForRoom = true
        let taken1 = output.take()
        #expect(taken1 == nil)
        output.waitsForRoom = false
        let taken2 = output.take()
        #expect(taken2 != nil)
    }
}
