import LadderCore
import LadderHTTP
import Loopback
import Testing

/// Answers that arrive whole: what the server sends, and what the reader gets.
@Suite struct WholeAnswersTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sent: [UInt8]
        var body: [UInt8]
        var status = 200
        var headers: [String: String] = [:]

        init(
            _ name: String, head: String, sent: [UInt8], body: [UInt8], status: Int = 200,
            headers: [String: String] = [:]
        ) {
            testDescription = name
            self.sent = Array((head + "\r\n\r\n").utf8) + sent
            self.body = body
            self.status = status
            self.headers = headers
        }
    }

    private static let json = Array(#"{"a": 1}"#.utf8)
    private static let zipped: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 84, 178, 82, 48, 172, 5, 0, 151, 142, 161, 251, 8, 0, 0, 0,
    ]
    private static let longLine = [UInt8](repeating: 0x78, count: 1 << 20)

    static let cases = [
        Case("a declared length", head: "HTTP/1.1 200 OK\r\nContent-Length: 8", sent: json, body: json),
        Case("no length, ended by the close", head: "HTTP/1.1 200 OK\r\nConnection: close", sent: json, body: json),
        Case(
            "chunks", head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
            sent: Array("3\r\n{\"a\r\n5;x=y\r\n\": 1}\r\n0\r\n\r\n".utf8), body: json),
        Case("an empty reason phrase", head: "HTTP/1.1 200 \r\nContent-Length: 8", sent: json, body: json),
        Case("an empty body", head: "HTTP/1.1 200 OK\r\nContent-Length: 0", sent: [], body: []),
        Case("204", head: "HTTP/1.1 204 No Content", sent: [], body: [], status: 204),
        Case(
            "gzip", head: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(zipped.count)", sent: zipped,
            body: json),
        Case(
            "a line of 1 MB", head: "HTTP/1.1 200 OK\r\nContent-Length: \(longLine.count)", sent: longLine,
            body: longLine),
        Case(
            "invalid UTF-8", head: "HTTP/1.1 200 OK\r\nContent-Length: 4", sent: [0xFF, 0xFE, 0x00, 0xC3],
            body: [0xFF, 0xFE, 0x00, 0xC3]),
        Case(
            "more bytes than declared", head: "HTTP/1.1 200 OK\r\nContent-Length: 8", sent: json + [1, 2, 3],
            body: json),
        Case(
            "a repeated header field", head: "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-A: 2\r\nContent-Length: 0", sent: [],
            body: [], headers: ["x-a": "1, 2"]),
        Case(
            "header fields in upper case",
            head: "HTTP/1.1 429 Too Many Requests\r\nX-REQUEST-ID: Abc\r\nRETRY-AFTER: 3\r\nContent-Length: 8",
            sent: json, body: json, status: 429, headers: ["x-request-id": "Abc", "retry-after": "3"]),
        Case(
            "an HTML page of a proxy",
            head: "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 6",
            sent: Array("<html>".utf8), body: Array("<html>".utf8), status: 502,
            headers: ["content-type": "text/html; charset=utf-8"]),
    ]

    @Test(arguments: cases)
    func `an answer arrives as it was sent`(_ expected: Case) async throws {
        let exchange = try await Exchange.answered(with: expected.sent)
        #expect(exchange.error == nil)
        #expect(exchange.status == expected.status)
        #expect(exchange.body == expected.body)
        for (name, value) in expected.headers { #expect(exchange.headers[name] == value) }
    }

    @Test(arguments: [
        200, 201, 400, 401, 402, 403, 404, 407, 408, 409, 413, 418, 422, 429, 500, 501, 503, 504, 529, 599,
    ])
    func `every status is a response with its body`(status: Int) async throws {
        // The fields that make a client of the web ask for a password.
        let fields = "WWW-Authenticate: Basic realm=\"x\"\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
        let head = "HTTP/1.1 \(status) Status\r\n\(fields)Content-Length: 8\r\n\r\n"
        let exchange = try await Exchange.answered(with: Array(head.utf8) + Self.json)
        #expect(exchange.status == status)
        #expect(exchange.body == Self.json)
    }

    @Test func `bytes that come one at a time make the same body`() async throws {
        let text = Array("data: {\"a\": \"é\"}\n\n".utf8)
        let server = try LoopbackServer { _, connection in
            connection.sendHead(headers: ["content-length": "\(text.count)"])
            for byte in text { connection.send([byte]) }
        }
        let exchange = await Exchange.with(HTTPRequest(url: server.url), through: URLSessionTransport())
        #expect(exchange.body == text)
        server.stop()
    }
}
