import LadderCore
import LadderHTTP
import Loopback
import Testing

/// Connections that fail, and the kinds of error they mean.
@Suite struct BrokenAnswersTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var sent: String
        var isReset = false
        var kind = ChatError.Kind.server
        /// What is read before the error.
        var body = ""
    }

    static let cases = [
        Case(testDescription: "closed before the first byte", sent: ""),
        Case(testDescription: "reset before the first byte", sent: "", isReset: true),
        Case(
            testDescription: "closed before the declared length",
            sent: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", body: "half"),
        Case(
            testDescription: "closed within a chunk",
            sent: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf", body: "half"),
        Case(
            testDescription: "closed between chunks",
            sent: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", body: "half"),
        Case(
            testDescription: "a chunk length that is no number",
            sent: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n"),
        Case(
            testDescription: "gzip that is not gzip",
            sent: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nhalf"),
    ]

    @Test(arguments: cases)
    func `a broken answer is an error after the bytes that arrived`(_ expected: Case) async throws {
        let exchange = try await Exchange.answered(with: Array(expected.sent.utf8), thenReset: expected.isReset)
        #expect(exchange.kind == expected.kind)
        #expect(exchange.body == Array(expected.body.utf8))
    }

    @Test func `a reset after the first bytes is a broken connection`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
        let exchange = try await Exchange.answered(with: Array(head.utf8), thenReset: true)
        #expect(exchange.kind == .server)
    }

    @Test func `bytes that are not HTTP are an error`() async throws {
        let exchange = try await Exchange.answered(with: Array("SSH-2.0-OpenSSH_9.6\r\n".utf8))
        let kind = try #require(exchange.kind)
        #expect([.server, .invalidOutput].contains(kind))
    }

    @Test func `an unknown host is unreachable, and its name is not in the error`() async throws {
        let request = HTTPRequest(url: "http://secret-name.invalid/v1?key=secret-key")
        let exchange = await Exchange.with(request, through: URLSessionTransport())
        #expect(exchange.kind == .unreachable)
        let error = try #require(exchange.error)
        #expect(!"\(error) \(String(reflecting: error))".contains("secret"))
    }

    @Test func `a head that is too long is invalid output`() async throws {
        let flood = (0..<100).map { "X-\($0): \(String(repeating: "x", count: 1_000))\r\n" }.joined()
        let exchange = try await Exchange.answered(with: Array("HTTP/1.1 200 OK\r\n\(flood)\r\n{}".utf8))
        #expect(exchange.kind == .invalidOutput)
    }

    @Test func `a head without an end is an error`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n")
            for _ in 0..<2_000 { connection.send("X-A: \(String(repeating: "x", count: 1_000))\r\n") }
            connection.waitForClose()
        }
        let exchange = await Exchange.with(HTTPRequest(url: server.url), through: URLSessionTransport())
        #expect(exchange.kind != nil)
        await server.wait { $0.open == 0 }
        server.stop()
    }

    @Test func `a body over the limit is invalid output, and its connection is closed`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            for _ in 0..<200 { connection.sendChunk(String(repeating: "x", count: 1_000)) }
            connection.waitForClose()
        }
        let error = try await #require(throws: ChatError.self) {
            let response = try await URLSessionTransport().send(HTTPRequest(url: server.url))
            _ = try await response.body.collect(atMost: 10_000)
        }
        #expect(error.kind == .invalidOutput)
        await server.wait { $0.open == 0 }
        server.stop()
    }

    @Test(arguments: [false, true])
    func `cancelling a request that waits closes its connection`(afterHead: Bool) async throws {
        let server = try LoopbackServer { _, connection in
            if afterHead {
                connection.beginEvents()
                connection.sendChunk("data: 1\n\n")
            }
            connection.waitForClose()
        }
        let task = Task { await Exchange.with(HTTPRequest(url: server.url), through: URLSessionTransport()) }
        await server.wait { $0.requests.count == 1 }
        task.cancel()
        await server.wait { $0.open == 0 }
        #expect(await task.value.error is CancellationError)
        server.stop()
    }

    @Test func `a request of a cancelled task is cancelled`() async throws {
        let server = try LoopbackServer { _, connection in connection.waitForClose() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Exchange.with(HTTPRequest(url: server.url), through: URLSessionTransport())
        }
        #expect(await task.value.error is CancellationError)
        await server.wait { $0.open == 0 }
        server.stop()
    }
}
