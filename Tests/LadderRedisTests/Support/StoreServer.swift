import Foundation
import LadderCore
import LadderRedis

/// A Redis server of a test, with nothing in it.
final class StoreServer: Sendable {
    /// The program of the server; nil where it is not installed.
    static let program: String? = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
        .map { $0 + "/redis-server" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    let port: Int
    private let directory: URL
    private let process = Locked<Process?>(nil)

    init(port: Int? = nil) throws {
        self.port = try port ?? Self.freePort()
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("ladder-redis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try start()
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: directory)
    }

    var url: String { "redis://127.0.0.1:\(port)" }

    func start() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program ?? "")
        process.arguments = [
            "--port", "\(port)", "--save", "", "--appendonly", "no", "--dir", directory.path, "--bind", "127.0.0.1",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process.withLock { $0 = process }
    }

    /// Ends the server as a crash would.
    func kill() {
        let process = process.withLock { $0.take() }
        guard let process, process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func stop(for duration: Duration, during work: () async throws -> Void) async throws {
        let identifier = process.withLock { $0?.processIdentifier } ?? 0
        Foundation.kill(identifier, SIGSTOP)
        defer { Foundation.kill(identifier, SIGCONT) }
        try await work()
        try await Task.sleep(for: duration)
    }

    /// Waits until the server answers.
    func ready() async throws {
        let client = try RedisClient(url: url)
        for _ in 0..<200 {
            if (try? await client.send(RedisCommand("PING"))) != nil { return await client.close() }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw StoreError(.unavailable, message: "the server of the test does not answer")
    }

    /// Lets time pass for everything that has an end.
    func advance(by duration: Duration) async throws {
        let client = try RedisClient(url: url)
        let script = RedisScript(
            """
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local left = redis.call('PTTL', key)
              if left >= 0 then redis.call('PEXPIRE', key, math.max(0, left - tonumber(ARGV[1]))) end
            end
            return 1
            """)
        _ = try await client.run(script, keys: [], [.integer(duration.clampedNanoseconds / 1_000_000)])
        await client.close()
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, streamType, 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = bind(descriptor, pointer, length)
                _ = getsockname(descriptor, pointer, &length)
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
    }

    private static var streamType: Int32 {
        #if canImport(Glibc)
        Int32(SOCK_STREAM.rawValue)
        #else
        SOCK_STREAM
        #endif
    }
}
