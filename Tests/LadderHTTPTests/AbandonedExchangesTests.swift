import LadderCore
import LadderHTTP
import LadderTesting
import Loopback
import Testing

/// Many exchanges that end in every way: whole, cut, reset, cancelled before and after the head, released unread.
@Suite struct AbandonedExchangesTests {
    private static func misbehavingServer() throws -> LoopbackServer {
        try LoopbackServer { request, connection in
            switch request.path {
            case "/whole": connection.respond(body: "{}")
            case "/hang": connection.waitForClose()
            case "/reset": connection.reset()
            case "/cut":
                connection.beginEvents()
                connection.send("40\r\nhalf a chunk")
                connection.close()
            case "/short":
                connection.sendHead(headers: ["content-type": "application/json", "content-length": "100"])
                connection.send("{")
                connection.close()
            default:
                connection.beginEvents()
                // Without a pause the session of Linux is so busy with what arrives that it does not look at a cancellation.
                while connection.sendChunk("data: more\n\n") { LoopbackServer.pause(milliseconds: 20) }
            }
        }
    }

    private static let paths = ["/whole", "/hang", "/reset", "/cut", "/short", "/endless"]

    @Test(arguments: [1 as UInt64, 2, 3])
    func `exchanges that are given up at any point leave no connection behind`(seed: UInt64) async throws {
        let server = try Self.misbehavingServer()
        await Self.abandonExchanges(with: server, seed: seed)
        // The transport is gone, and its session closes what was idle. A connection that still serves an exchange would
        // stay open.
        await server.wait { $0.open == 0 }
        server.stop()
    }

    /// Runs many exchanges through one transport, which is released at the end.
    private static func abandonExchanges(with server: LoopbackServer, seed: UInt64) async {
        let transport = URLSessionTransport()
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<300 {
                var random = SeededRandom(seed: seed &* 1_000 &+ UInt64(index))
                let path = paths[Int(random.next() % UInt64(paths.count))]
                let pieces = Int(random.next() % 4)
                let yields = path == "/hang" ? 50 : Int(random.next() % 200)
                group.addTask {
                    let exchange = Task {
                        let response = try await transport.send(HTTPRequest(url: server.url + path))
                        for _ in 0..<pieces where try await response.body.next() == nil { return }
                    }
                    for _ in 0..<yields { await Task.yield() }
                    if path == "/hang" || yields % 2 == 0 { exchange.cancel() }
                    _ = await exchange.result
                }
                if index % 50 == 49 { await group.waitForAll() }
            }
        }
    }

    @Test func `an answer whose reader is late ends as a reader that was too slow`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            for _ in 0..<100 { connection.sendChunk(String(repeating: "x", count: 10_000)) }
            connection.waitForClose()
        }
        var options = URLSessionTransport.Options()
        options.maximumBufferedBytes = 100_000
        let response = try await URLSessionTransport(options).send(HTTPRequest(url: server.url))
        // The server's connection is closed although nothing is read.
        await server.wait { $0.open == 0 }
        let error = try await #require(throws: ChatError.self) { while try await response.body.next() != nil {} }
        #expect(error.kind == .timedOut(.reader))
    }
}
