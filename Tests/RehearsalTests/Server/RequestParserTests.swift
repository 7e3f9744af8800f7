import Ladder
import LadderTesting
import Testing

@testable import Rehearsal

@Suite struct RequestParserTests {
    private static func parse(_ text: String, limits: ServerLimits = ServerLimits()) -> RequestParser.Step {
        var parser = RequestParser(limits: limits)
        parser.add(Array(text.utf8))
        return parser.next()
    }

    private static let post =
        "POST /v1/chat?x=1 HTTP/1.1\r\nHost: a\r\nX-One: 1\r\nx-one:  2 \r\ncontent-length: 5\r\n\r\nhello"

    @Test func `a request is read with its header fields and its body`() throws {
        guard case .request(let request) = Self.parse(Self.post) else {
            Issue.record("no request")
            return
        }
        #expect(request.method == "POST")
        #expect(request.path == "/v1/chat")
        #expect(request.query == "x=1")
        #expect(request.headers["x-one"] == "1, 2")
        #expect(request.body == Array("hello".utf8))
        #expect(request.keepsAlive)
    }

    @Test(arguments: [
        post,
        "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nt: 1\r\n\r\n",
    ])
    func `a request that comes byte by byte is read like one in a piece`(text: String) {
        var parser = RequestParser()
        var steps: [RequestParser.Step] = []
        for byte in text.utf8 {
            parser.add([byte])
            let step = parser.next()
            if step != .needsMore { steps.append(step) }
        }
        #expect(steps == [Self.parse(text)])
        #expect(parser.phase == .idle)
        guard case .request(let request) = steps.first else {
            Issue.record("no request")
            return
        }
        #expect(request.body == Array("hello".utf8))
    }

    @Test func `two requests in one piece are read one after the other`() {
        var parser = RequestParser()
        parser.add(Array((Self.post + "\r\n" + "GET /two HTTP/1.0\r\n\r\n").utf8))
        guard case .request(let first) = parser.next(), case .request(let second) = parser.next() else {
            Issue.record("no two requests")
            return
        }
        #expect(first.path == "/v1/chat")
        #expect(second.path == "/two")
        #expect(!second.keepsAlive && !second.readsChunks)
        #expect(parser.next() == .needsMore)
    }

    @Test func `a client that waits for 100 is asked for the body once`() {
        var parser = RequestParser()
        parser.add(Array("POST / HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n".utf8))
        #expect(parser.next() == .asksForBody)
        #expect(parser.next() == .needsMore)
        parser.add(Array("ab".utf8))
        guard case .request(let request) = parser.next() else {
            Issue.record("no request")
            return
        }
        #expect(request.body == Array("ab".utf8))
    }

    @Test(arguments: [
        ("\n\n", 400), ("GET\r\n\r\n", 400), ("GET / HTTP/1.1\n\n", 400), ("GET  / HTTP/1.1\r\n\r\n", 400),
        (" GET / HTTP/1.1\r\n\r\n", 400), ("GET / FTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\nhost: a\r\n\r\n", 505),
        ("GET http://a/ HTTP/1.1\r\nhost: a\r\n\r\n", 400), ("G\u{0}T / HTTP/1.1\r\nhost: a\r\n\r\n", 400),
        ("GET /\u{e9} HTTP/1.1\r\nhost: a\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost : a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\n folded: b\r\n\r\n", 400), ("GET / HTTP/1.1\r\n: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nx: \u{1}\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: +1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 0x1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: \r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999999\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9223372036854775807\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 4194305\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\ncontent-length: 1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n\r\n", 417),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n7fffffffffffffff\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n400001\r\n", 413),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n1\r\nabc", 400),
        ("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n1\n", 400),
    ])
    func `what is no request is refused with its status`(text: String, status: Int) {
        guard case .refused(let refusal) = Self.parse(text) else {
            Issue.record("\(Self.parse(text))")
            return
        }
        #expect(refusal.status == status)
        #expect(!refusal.message.isEmpty)
    }

    @Test func `a head that is too long is refused before its end`() {
        let line = "GET /" + String(repeating: "a", count: 70_000)
        #expect(
            Self.parse(line) == .refused(RequestRefusal(status: 431, message: "the head is longer than 65536 bytes")))
        let fields = (0..<101).map { "x-\($0): 1\r\n" }.joined()
        guard case .refused(let refusal) = Self.parse("GET / HTTP/1.1\r\n\(fields)\r\n") else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.status == 431)
    }

    @Test func `nothing is read after a refusal`() {
        var parser = RequestParser()
        parser.add(Array("BAD\r\n\r\n".utf8))
        let refusal = parser.next()
        parser.add(Array(Self.post.utf8))
        #expect(parser.next() == refusal)
    }

    @Test func `no bytes make the parser trap, and it stays within its limits`() {
        var random = SeededRandom(seed: 20)
        var limits = ServerLimits()
        (limits.headBytes, limits.bodyBytes, limits.headerFields) = (300, 200, 8)
        let seeds = [
            Self.post, "GET / HTTP/1.1\r\nhost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2;a\r\nlo\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\nab",
        ]
        var refused = 0
        var read = 0
        for round in 0..<6_000 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0...Int(random.uniform() * 6) {
                let place = Int(random.uniform() * Double(bytes.count))
                switch Int(random.uniform() * 5) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: Int(random.uniform() * 256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: [0x0D, 0x0A], at: place)
                case 3: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                default: bytes[place] = UInt8(ascii: "0") + UInt8(random.uniform() * 10)
                }
            }
            var parser = RequestParser(limits: limits)
            var rest = bytes[...]
            feeding: while !rest.isEmpty {
                let part = rest.prefix(1 + Int(random.uniform() * 60))
                rest = rest.dropFirst(part.count)
                parser.add(Array(part))
                while true {
                    let step = parser.next()
                    switch step {
                    case .needsMore: continue feeding
                    case .asksForBody: continue
                    case .request(let request):
                        #expect(request.body.count <= limits.bodyBytes)
                        #expect(request.headers.count <= limits.headerFields)
                        read += 1
                    case .refused(let refusal):
                        #expect((400..<600).contains(refusal.status))
                        refused += 1
                        break feeding
                    }
                }
            }
        }
        #expect(refused > 1_000)
        #expect(read > 400)
    }
}
