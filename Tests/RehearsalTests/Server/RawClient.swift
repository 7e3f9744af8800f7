import Ladder
import Loopback

/// A client that sends bytes as they are. Its sockets block threads of their own.
enum RawClient {
    /// Sends bytes and returns everything that comes until the server closes the connection.
    static func exchange(_ bytes: [UInt8], port: Int) async -> RawAnswer {
        await onThread {
            guard let socket = ServerSocket.connected(toPort: port) else { return RawAnswer([]) }
            // The server may answer and close before it has read all.
            _ = socket.send(bytes)
            return RawAnswer(readAll(from: socket))
        }
    }

    static func exchange(_ text: String, port: Int) async -> RawAnswer {
        await exchange(Array(text.utf8), port: port)
    }

    /// Makes one request, after which the server closes the connection.
    static func request(
        _ method: String, _ path: String, headers: [String: String] = [:], body: String? = nil, port: Int
    ) async -> RawAnswer {
        var fields = ["host": "localhost:\(port)", "connection": "close"].merging(headers) { _, own in own }
        if let body { fields["content-length"] = "\(body.utf8.count)" }
        let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
        return await exchange("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n\(body ?? "")", port: port)
    }

    /// Runs work that blocks on a thread of its own.
    static func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            LoopbackThread.start { continuation.resume(returning: work()) }
        }
    }

    private static func readAll(from socket: ServerSocket) -> [UInt8] {
        var bytes: [UInt8] = []
        while let more = socket.receive() { bytes += more }
        return bytes
    }
}

/// What a server has sent on one connection.
struct RawAnswer: Sendable {
    let text: String

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
    }

    var status: Int? { Int(text.split(separator: " ").dropFirst().first ?? "") }

    /// The bytes after the head, without the marks of chunks.
    var body: String {
        guard let end = text.range(of: "\r\n\r\n") else { return "" }
        let rest = text[end.upperBound...]
        guard header("transfer-encoding") == "chunked" else { return String(rest) }
        var body = ""
        var left = rest[...]
        while let line = left.range(of: "\r\n"), let size = Int(left[..<line.lowerBound], radix: 16), size > 0 {
            let bytes = left[line.upperBound...].utf8
            body += String(bytes.prefix(size)) ?? ""
            left = Substring(bytes.dropFirst(size + 2))
        }
        return body
    }

    func header(_ name: String) -> String? {
        let head = text.components(upTo: "\r\n\r\n")
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix(name + ":") {
            return String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        return nil
    }

    var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The data of the events, each read as JSON where it is JSON.
    var events: [String] {
        body.split(separator: "\n\n").compactMap { $0.hasPrefix("data: ") ? String($0.dropFirst(6)) : nil }
    }
}

extension String {
    fileprivate func components(upTo mark: String) -> Substring {
        range(of: mark).map { self[..<$0.lowerBound] } ?? self[...]
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Returns the first place of a text, in characters of UTF-8.
    fileprivate func range(of mark: String) -> Range<String.Index>? {
        let (bytes, wanted) = (Array(utf8), Array(mark.utf8))
        guard let range = bytes.firstRange(of: wanted) else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return start..<utf8.index(start, offsetBy: wanted.count)
    }
}

extension RawClient {
    /// Sends a request and leaves the connection open.
    static func begin(_ method: String, _ path: String, body: String, port: Int) async -> ServerSocket? {
        await onThread {
            let socket = ServerSocket.connected(toPort: port)
            let head = "\(method) \(path) HTTP/1.1\r\nhost: localhost\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
            _ = socket?.send(Array((head + body).utf8))
            return socket
        }
    }

    /// Sends a request, waits for the beginning of its answer and leaves the connection open.
    static func open(_ text: String, port: Int) async -> ServerSocket? {
        await onThread {
            let socket = ServerSocket.connected(toPort: port)
            _ = socket?.send(Array(text.utf8))
            _ = socket?.receive()
            return socket
        }
    }

    /// Reads the first event of a stream, and closes the connection.
    static func firstEvent(of path: String, port: Int) async -> JSONValue? {
        await onThread {
            guard let socket = ServerSocket.connected(toPort: port) else { return nil }
            _ = socket.send(Array("GET \(path) HTTP/1.1\r\nhost: localhost\r\n\r\n".utf8))
            var bytes: [UInt8] = []
            while let more = socket.receive() {
                bytes += more
                let text = RawAnswer(bytes).body
                guard let end = text.utf8.firstRange(of: "\n\n".utf8) else { continue }
                return try? JSONValue(parsing: String(text[..<end.lowerBound].dropFirst("data: ".count)))
            }
            return nil
        }
    }
}
