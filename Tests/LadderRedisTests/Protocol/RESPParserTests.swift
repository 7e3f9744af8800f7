import LadderRedis
import Testing

struct RESPParserTests {
    /// Replies of every type, as bytes and as values.
    static let samples: [(String, RESPValue)] = [
        ("+OK\r\n", .text("OK")), ("-ERR no\r\n", .error("ERR no")), (":-12\r\n", .integer(-12)),
        (":9223372036854775807\r\n", .integer(.max)), (":-9223372036854775808\r\n", .integer(.min)),
        ("$5\r\na\r\nb!\r\n", .bytes(Array("a\r\nb!".utf8))), ("$0\r\n\r\n", .bytes([])), ("$-1\r\n", .null),
        ("*-1\r\n", .null), ("_\r\n", .null), ("#t\r\n", .boolean(true)), ("#f\r\n", .boolean(false)),
        (",1.5\r\n", .double(1.5)), (",inf\r\n", .double(.infinity)),
        ("(-123456789012345678901\r\n", .bigNumber("-123456789012345678901")),
        ("!7\r\nERR bad\r\n", .error("ERR bad")), ("=7\r\ntxt:abc\r\n", .bytes(Array("abc".utf8))),
        ("*0\r\n", .array([])), ("*2\r\n:1\r\n*1\r\n+a\r\n", .array([.integer(1), .array([.text("a")])])),
        ("~1\r\n:1\r\n", .set([.integer(1)])), ("%1\r\n+a\r\n:1\r\n", .map([.text("a"), .integer(1)])),
        (">2\r\n+invalidate\r\n_\r\n", .push([.text("invalidate"), .null])),
        ("|1\r\n+ttl\r\n:3\r\n:7\r\n", .integer(7)), ("*1\r\n|1\r\n+a\r\n+b\r\n+c\r\n", .array([.text("c")])),
        ("|0\r\n:7\r\n", .integer(7)),
    ]

    @Test(arguments: samples) func `a reply of each type is read`(text: String, value: RESPValue) throws {
        var parser = RESPParser()
        parser.append(Array(text.utf8)[...])
        let first = try parser.next()
        #expect(first == value)
        let second = try parser.next()
        #expect(second == nil)
        #expect(parser.waitingBytes == 0)
    }

    @Test(arguments: [1, 2, 3, 7, 64]) func `pieces of any size give the same replies`(size: Int) throws {
        let stream = Array(Self.samples.map(\.0).joined().utf8)
        var parser = RESPParser()
        var values: [RESPValue] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            parser.append(stream[start..<min(start + size, stream.count)])
            while let value = try parser.next() { values.append(value) }
        }
        #expect(values == Self.samples.map(\.1))
    }

    @Test(arguments: [
        "\r\n", "x\r\n", "+a\nb", ":\r\n", ":1x\r\n", ":9223372036854775808\r\n", ":99999999999999999999\r\n", "$x\r\n",
        "$-2\r\n",
        "$3\r\nabcd\r\n", "_x\r\n", "#x\r\n", ",x\r\n", "(1a\r\n", "(\r\n", "=3\r\nabc\r\n", "=4\r\nabcd\r\n",
        "*-2\r\n", "%-1\r\n",
        "*1\r\n>1\r\n:1\r\n", "!-1\r\n",
    ])
    func `bytes that are no reply are an error, also later`(text: String) {
        var parser = RESPParser()
        for piece in [text, "+OK\r\n"] {
            parser.append(Array(piece.utf8)[...])
            #expect(throws: RESPSyntaxError.self) { try parser.next() }
        }
    }

    @Test(arguments: [
        "$11\r\n", "*9\r\n", "%5\r\n", "*1000000000\r\n", "$99999999999\r\n", "*3\r\n*3\r\n+a\r\n+a\r\n+a\r\n*3\r\n",
        "*1\r\n*1\r\n*1\r\n*1\r\n", "+12345678901234567\r\n", "+1234567890123456789",
        "*4\r\n$10\r\n0123456789\r\n$10\r\n0123456789\r\n$10\r\n",
    ])
    func `a reply beyond a limit is an error as soon as it is known`(text: String) {
        let limits = RESPLimits(stringBytes: 10, lineBytes: 16, elements: 8, depth: 3, replyBytes: 28)
        var parser = RESPParser(limits: limits)
        parser.append(Array(text.utf8)[...])
        #expect(throws: RESPSyntaxError.self) { while try parser.next() != nil {} }
    }

    @Test func `damaged streams give the same in one piece and in many`() {
        let stream = Array(Self.samples.map(\.0).joined().utf8)
        var random = SeededNumbers(seed: 7)
        for _ in 0..<3_000 {
            var damaged = stream
            for _ in 0..<random.next(below: 4) + 1 {
                let index = random.next(below: damaged.count)
                switch random.next(below: 3) {
                case 0: damaged[index] = UInt8(random.next(below: 256))
                case 1: damaged.remove(at: index)
                default: damaged.insert(UInt8(random.next(below: 256)), at: index)
                }
            }
            var cuts = [0, damaged.count]
            for _ in 0..<random.next(below: 8) { cuts.append(random.next(below: damaged.count)) }
            #expect(Self.read(damaged, cuts: [0, damaged.count]) == Self.read(damaged, cuts: cuts.sorted()))
        }
    }

    /// The replies as text, because a number that is none does not equal itself, and the error.
    private static func read(_ stream: [UInt8], cuts: [Int]) -> [String] {
        var parser = RESPParser(limits: RESPLimits(stringBytes: 1_000, elements: 100))
        var results: [String] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            parser.append(stream[start..<end])
            do throws(RESPSyntaxError) {
                while let value = try parser.next() { results.append("\(value)") }
            } catch {
                return results + [error.message]
            }
        }
        return results
    }
}
