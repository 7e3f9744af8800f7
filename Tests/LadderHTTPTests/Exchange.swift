import LadderCore
import LadderHTTP
import Loopback

/// What came of one request: a whole response, or the error that ended it.
struct Exchange: Sendable {
    var status: Int?
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var error: (any Error)?

    /// The kind of the error; nil where there is none of Ladder's.
    var kind: ChatError.Kind? { (error as? ChatError)?.kind }

    /// Sends a request and reads its response to the end.
    static func with(_ request: HTTPRequest, through transport: URLSessionTransport) async -> Exchange {
        var exchange = Exchange()
        do {
            let response = try await transport.send(request)
            (exchange.status, exchange.headers) = (response.status, response.headers)
            while let piece = try await response.body.next() { exchange.body += piece }
        } catch {
            exchange.error = error
        }
        return exchange
    }

    /// Sends a request to a server that answers with these bytes and then closes or resets the connection.
    static func answered(with bytes: [UInt8], thenReset: Bool = false) async throws -> Exchange {
        let server = try LoopbackServer { _, connection in
            connection.send(bytes)
            if thenReset { connection.reset() } else { connection.close() }
        }
        defer { server.stop() }
        let exchange = await with(HTTPRequest(url: server.url + "/v1", body: [1]), through: URLSessionTransport())
        await server.wait { $0.accepted > 0 && $0.open == 0 }
        return exchange
    }
}
