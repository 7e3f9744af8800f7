import LadderCore
import LadderHTTP
import Loopback
import Testing

@Suite struct RedirectTests {
    @Test(arguments: [301, 302, 303, 307, 308])
    func `a redirect to another host is an invalid request, and the key does not arrive there`(status: Int) async throws
    {
        let other = try LoopbackServer { _, connection in connection.respond(body: "{}") }
        let server = try LoopbackServer { _, connection in
            connection.respond(status: status, headers: ["location": other.url + "/v1?key=secret"], body: "moved")
        }
        let request = HTTPRequest(url: server.url + "/v1", headers: ["authorization": "Bearer secret"], body: [1])
        let exchange = await Exchange.with(request, through: URLSessionTransport())
        #expect(exchange.kind == .invalidRequest)
        #expect((exchange.error as? ChatError)?.status == status)
        #expect(!"\(exchange)".contains("secret"))
        #expect(other.counts.accepted == 0)
        await server.wait { $0.open == 0 }
        server.stop()
        other.stop()
    }

    @Test(arguments: [
        "https://127.0.0.1:1/", "ftp://127.0.0.1/", "file:///etc/passwd", "//example.invalid/", "http://[", "",
    ])
    func `a redirect to another scheme, or to nothing, is an invalid request`(location: String) async throws {
        let answer = "HTTP/1.1 307 Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
        let exchange = try await Exchange.answered(with: Array(answer.utf8))
        #expect(exchange.kind == .invalidRequest)
    }

    @Test(arguments: [307, 308])
    func `a redirect to the same host is followed with key and body`(status: Int) async throws {
        let server = try LoopbackServer { request, connection in
            if request.path == "/new" {
                connection.respond(body: "{}")
            } else {
                connection.respond(status: status, headers: ["location": "/new"], body: "")
            }
        }
        let request = HTTPRequest(url: server.url + "/old", headers: ["authorization": "Bearer abc"], body: [1, 2, 3])
        let exchange = await Exchange.with(request, through: URLSessionTransport())
        #expect(exchange.status == 200)
        let last = try #require(server.counts.requests.last)
        #expect(last.method == "POST")
        #expect(last.path == "/new")
        #expect(last.headers["authorization"] == "Bearer abc")
        #expect(last.body == [1, 2, 3])
        server.stop()
    }

    @Test func `redirects in a circle end`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.respond(status: 307, headers: ["location": "/again"], body: "")
        }
        let exchange = await Exchange.with(HTTPRequest(url: server.url, body: [1]), through: URLSessionTransport())
        #expect(exchange.kind == .invalidRequest)
        #expect(server.counts.requests.count == 6)
        server.stop()
    }
}
