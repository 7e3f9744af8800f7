import Foundation
import Ladder
import LadderRedis
import LadderSQLite

/// `benchmarks stores`: stores and ledgers beside what people use, measured in the same minute.
enum StoresCommand {
    static let usage = "[--redis PORT] [--python PROGRAM] [--small]   stores on disk and on a server"

    static func run(_ arguments: [String]) async throws {
        let isSmall = arguments.contains("--small")
        let scale = isSmall ? 100 : 1
        try await CachedCallRows.run(redisPort: arguments.number(after: "--redis"))
        try await SQLiteSpeed.run(entries: 16_000 / scale)
        if let python: String = arguments.number(after: "--python") {
            try DiskCache.run(python: python, entries: 4_000 / scale)
        } else {
            print("diskcache: not measured; --python names a program that has the package diskcache")
        }
        if let port: Int = arguments.number(after: "--redis") {
            try await RedisSpeed.run(port: port, operations: 64_000 / scale)
        } else {
            print("Redis: not measured; --redis names the port of a server on this machine, which is emptied")
        }
    }
}
