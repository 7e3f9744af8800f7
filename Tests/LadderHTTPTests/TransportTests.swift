import LadderCore
import LadderHTTP
import Loopback
import Testing

@Suite struct TransportTests {
    @Test func `an answer comes with status, headers and body`() async throws {
        let server = try LoopbackServer { _, connection in connection.respond(body: "{\"a\": 1}") }
        let transport = URLSessionTransport()
        let response = try await transport.send(HTTPRequest(url: server.url + "/x", body: [1]))
        #expect(response.status == 200)
        #expect(try await response.body.collect(atMost: 100) == Array("{\"a\": 1}".utf8))
        server.stop()
    }

    @Test func `pieces come as they are sent`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk("data: 1\n\n")
            connection.waitForClose()
        }
        do {
            let response = try await URLSessionTransport().send(HTTPRequest(url: server.url))
            let bytes = try await response.body.next()
            #expect(bytes == Array("data: 1\n\n".utf8))
        }
        await server.wait { $0.open == 0 }
    }

    @Test func `a refused connection is unreachable`() async throws {
        let server = try LoopbackServer { _, _ in }
        let url = server.url
        server.stop()
        let error = try await #require(throws: ChatError.self) {
            _ = try await URLSessionTransport().send(HTTPRequest(url: url))
        }
        #expect(error.kind == .unreachable)
    }

    @Test func `a body cut within a chunk is a broken connection`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.send("10\r\nhalf")
            connection.close()
        }
        let error = try await #require(throws: ChatError.self) {
            let response = try await URLSessionTransport().send(HTTPRequest(url: server.url))
            _ = try await response.body.collect(atMost: 100)
        }
        #expect(error.kind == .server)
    }
}
