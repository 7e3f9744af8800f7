import LadderCore
import LadderHTTP
import Loopback
import Testing

/// What the server gets of a request, and how connections are used.
@Suite struct RequestsTests {
    @Test(arguments: [0, 1, 3 << 20])
    func `method, path, header fields and body arrive`(size: Int) async throws {
        let server = try LoopbackServer { _, connection in connection.respond(body: "{}") }
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let request = HTTPRequest(
            method: "POST", url: server.url + "/v1/chat?x=1", headers: ["Authorization": "Bearer abc", "X-Empty": ""],
            body: body)
        let exchange = await Exchange.with(request, through: URLSessionTransport())
        #expect(exchange.status == 200)
        let arrived = try #require(server.counts.requests.first)
        #expect(arrived.method == "POST")
        #expect(arrived.path == "/v1/chat?x=1")
        #expect(arrived.headers["authorization"] == "Bearer abc")
        #expect(arrived.body == body)
        server.stop()
    }

    @Test func `a connection is used again`() async throws {
        let server = try LoopbackServer { _, connection in connection.respond(body: "{}") }
        let transport = URLSessionTransport()
        for _ in 0..<5 {
            let exchange = await Exchange.with(HTTPRequest(url: server.url), through: transport)
            #expect(exchange.status == 200)
        }
        // Not exactly 1: the session delivers the end of an answer before it takes the connection back, so under load the
        // next request can come first and open another one. A transport that never uses one again opens 5.
        #expect(server.counts.accepted < 5)
        server.stop()
    }

    @Test func `cookies are not sent back, and answers are not cached`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.respond(
                headers: ["set-cookie": "id=1; path=/", "cache-control": "max-age=600", "etag": "\"1\""], body: "{}")
        }
        let transport = URLSessionTransport()
        for _ in 0..<2 {
            _ = await Exchange.with(HTTPRequest(method: "GET", url: server.url), through: transport)
        }
        #expect(server.counts.requests.count == 2)
        #expect(server.counts.requests.allSatisfy { $0.headers["cookie"] == nil && $0.headers["if-none-match"] == nil })
        server.stop()
    }

    @Test(arguments: ["", "not a url", "ftp://127.0.0.1/", "file:///etc/passwd", "/v1", "http://", "https:///x"])
    func `a URL that is not http is an invalid request, and is not in the error`(url: String) async throws {
        let exchange = await Exchange.with(HTTPRequest(url: url), through: URLSessionTransport())
        #expect(exchange.kind == .invalidRequest)
    }

    @Test func `an idle connection closes with its transport`() async throws {
        let server = try LoopbackServer { _, connection in connection.respond(body: "{}") }
        _ = await Exchange.with(HTTPRequest(url: server.url), through: URLSessionTransport())
        await server.wait { $0.open == 0 }
        server.stop()
    }
}
