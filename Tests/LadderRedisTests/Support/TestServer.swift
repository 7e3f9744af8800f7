import Foundation
import LadderCore
import LadderRedis
import Loopback

/// A Redis server of the test's own, on a free port and in a temporary directory. It ends with the object.
final class TestServer: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let port: Int
    let directory: URL
    private let arguments: [String]
    private let processes = Locked<Processes?>(nil)

    private struct Processes: Sendable {
        let shell: Process
        let input: Pipe
        let server: Int32
    }

    private init(_ arguments: [String]) throws {
        let (socket, port) = try ServerSocket.listening(on: "127.0.0.1", port: 0)
        socket.close()
        self.port = port
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("redis-\(port)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        self.arguments = arguments
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: directory)
    }

    /// Returns a server that answers.
    static func started(_ arguments: String...) async throws -> TestServer {
        let server = try TestServer(arguments)
        ServerScope.keep(server)
        try await server.start()
        return server
    }

    /// Starts the server, again after it was killed, and waits until it answers.
    func start() async throws {
        let shell = Process()
        let (input, output) = (Pipe(), Pipe())
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The input ends with the process of the test, however that ends.
        let script = "redis-server \"$@\" >/dev/null 2>&1 & echo $!; cat >/dev/null; kill -9 $!"
        let fixed = [
            "--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", directory.path,
        ]
        shell.arguments = ["-c", script, "sh"] + fixed + arguments
        shell.standardInput = input
        shell.standardOutput = output
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let pid = Int32(line.prefix { $0.isNumber }) else { throw Failure(description: "no server: \(line)") }
        let started = Processes(shell: shell, input: input, server: pid)
        processes.withLock { $0 = started }
        let port = port
        guard await eventually({ Self.answers(onPort: port) }) else {
            throw Failure(description: "redis-server did not answer on port \(port)")
        }
    }

    private static func answers(onPort port: Int) -> Bool {
        guard let socket = ServerSocket.connected(toPort: port) else { return false }
        defer { socket.close() }
        return socket.send(Array("PING\r\n".utf8)) && socket.receive() != nil
    }

    /// Ends the server without notice.
    func kill() {
        let running = processes.withLock { processes in
            let running = processes
            processes = nil
            return running
        }
        guard let running else { return }
        _ = signal(SIGKILL, to: running.server)
        try? running.input.fileHandleForWriting.close()
        running.shell.waitUntilExit()
    }

    /// Stops the server from running. Its connections stay open.
    func pause() { send(SIGSTOP) }

    /// Lets the server run again.
    func resume() { send(SIGCONT) }

    private func send(_ number: Int32) {
        if let running = processes.withLock({ $0 }) { _ = signal(number, to: running.server) }
    }

    /// Returns a client of the server.
    func client(_ change: (inout RedisOptions) -> Void = { _ in }) throws -> RedisClient {
        var options = RedisOptions(.tcp(host: "127.0.0.1", port: port))
        // The machine of the tests may be busy.
        options.commandTimeout = .seconds(30)
        options.connectTimeout = .seconds(10)
        options.stallTimeout = .seconds(30)
        change(&options)
        return try RedisClient(options)
    }
}

private func signal(_ number: Int32, to process: Int32) -> Int32 { kill(process, number) }
