import Ladder
import Loopback
import Testing

@testable import Rehearsal

@Suite struct HTTPServerTests {
    private static func serving(
        limits: ServerLimits = ServerLimits(), handler: HTTPServer.Handler? = nil,
        _ use: (HTTPServer) async throws -> Void
    ) async throws {
        let server = try HTTPServer(limits: limits) { request, output in
            if let handler { return await handler(request, output) }
            output.send(type: "text/plain", body: request.body)
        }
        defer { server.stop() }
        try await use(server)
    }

    @Test func `one connection serves request after request`() async throws {
        try await Self.serving { server in
            let one = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\none"
            let two = "POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 3\r\n\r\ntwo"
            let answer = await RawClient.exchange(one + two, port: server.port)
            #expect(answer.text.contains("\r\n\r\noneHTTP/1.1 200 OK"))
            #expect(answer.text.hasSuffix("\r\n\r\ntwo"))
        }
    }

    @Test func `a body in chunks is put together`() async throws {
        try await Self.serving { server in
            let answer = await RawClient.exchange(
                "POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", port: server.port)
            #expect(answer.body == "abcde")
        }
    }

    @Test func `a client of HTTP 1.0 gets a stream without marks of chunks`() async throws {
        try await Self.serving(
            handler: { _, output in
                output.begin(type: "text/plain")
                _ = await output.write(Array("one ".utf8))
                _ = await output.write(Array("two".utf8))
            }
        ) { server in
            let answer = await RawClient.exchange("GET / HTTP/1.0\r\n\r\n", port: server.port)
            #expect(answer.header("transfer-encoding") == nil)
            #expect(answer.body == "one two")
        }
    }

    @Test func `a handler that gives no answer is an error of the server`() async throws {
        try await Self.serving(handler: { _, _ in }) { server in
            let answer = await RawClient.request("GET", "/", port: server.port)
            #expect(answer.status == 500)
        }
    }

    @Test(arguments: [
        "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n",
        "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\n\n", "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n",
    ])
    func `what is no request gets an error in OpenAI's form and the connection ends`(text: String) async throws {
        try await Self.serving { server in
            let answer = await RawClient.exchange(text, port: server.port)
            #expect(answer.status.map { (400..<500).contains($0) } == true)
            #expect(answer.json?["error"]?["message"]?.string != nil)
        }
    }

    @Test func `a body beyond the limit is refused although the client sends all of it`() async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 1_000
        try await Self.serving(limits: limits) { server in
            let body = String(repeating: "x", count: 200_000)
            let answer = await RawClient.request("POST", "/", body: body, port: server.port)
            #expect(answer.status == 413)
        }
    }

    @Test func `a client that stops in a request is answered with 408`() async throws {
        var limits = ServerLimits()
        (limits.headTime, limits.bodyTime) = (.milliseconds(20), .milliseconds(20))
        try await Self.serving(limits: limits) { server in
            for begun in ["GET / HT", "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nab"] {
                #expect(await RawClient.exchange(begun, port: server.port).status == 408)
            }
        }
    }

    @Test func `an idle connection is closed without an answer`() async throws {
        var limits = ServerLimits()
        limits.idleTime = .milliseconds(20)
        try await Self.serving(limits: limits) { server in
            #expect(await RawClient.exchange("", port: server.port).text.isEmpty)
        }
    }

    @Test func `a connection beyond the limit gets 503`() async throws {
        var limits = ServerLimits()
        limits.connections = 1
        // However long this machine needs for the second one, the first must stay.
        limits.idleTime = .seconds(3_600)
        try await Self.serving(limits: limits) { server in
            // An answer shows that the connection counts.
            let first = await RawClient.open("GET / HTTP/1.1\r\nhost: a\r\n\r\n", port: server.port)
            let answer = await RawClient.exchange("", port: server.port)
            #expect(answer.status == 503)
            first?.shutDown()
        }
    }

    @Test func `values of header fields cannot end their line`() {
        let head = ResponseHead(status: 200, fields: ["x": "a\r\nset-cookie: b"], keepsAlive: true)
        #expect(String(decoding: head.bytes, as: UTF8.self).contains("x: a??set-cookie: b\r\n"))
    }
}
