import LadderRedis
import Loopback

/// A server that says what the test wants.
final class FakeServer: Sendable {
    let port: Int
    private let listener: ServerSocket

    /// The reply to the first command of a connection.
    static let greeting = Array("%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n".utf8)

    /// Creates a server.
    ///
    /// - Parameter serve: Serves one connection on a thread of its own; the argument beside it counts the connections.
    init(_ serve: @escaping @Sendable (_ socket: ServerSocket, _ number: Int) -> Void) throws {
        let (listener, port) = try ServerSocket.listening(on: "127.0.0.1", port: 0)
        self.listener = listener
        self.port = port
        ServerScope.keep(self)
        LoopbackThread.start {
            var number = 0
            while let socket = listener.accept() {
                let current = number
                number += 1
                LoopbackThread.start {
                    serve(socket, current)
                    socket.close()
                }
            }
            listener.close()
        }
    }

    deinit { listener.shutDown() }

    /// Returns a client of the server.
    func client(_ change: (inout RedisOptions) -> Void = { _ in }) throws -> RedisClient {
        var options = RedisOptions(.tcp(host: "127.0.0.1", port: port))
        options.commandTimeout = .seconds(10)
        options.connectTimeout = .seconds(5)
        change(&options)
        return try RedisClient(options)
    }
}
