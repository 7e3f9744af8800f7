import Foundation
import LadderCore

@testable import LadderSQLite

/// A store's file in a directory of its own, with entries that tell their number.
struct StoreFixture {
    let path: String

    init() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "ladder-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.appending(path: "answers.sqlite3").path
    }

    var directory: String { URL(filePath: path).deletingLastPathComponent().path }

    func store(
        maximumBytes: Int = 64 << 20, writesBehind: Bool = false, clock: WallClock = WallClock(),
        onEvent: @escaping @Sendable (SQLiteStoreEvent) -> Void = { _ in }
    ) throws -> SQLiteStore {
        try SQLiteStore(
            SQLiteStorePolicy(path: path, maximumBytes: maximumBytes, writesBehind: writesBehind),
            library: SQLiteLibrary.shared.get(), clock: clock, onEvent: onEvent)
    }

    func connection(_ access: SQLiteConnection.Access = .readWrite) throws -> SQLiteConnection {
        try SQLiteConnection(SQLiteLibrary.shared.get(), path: path, access: access, busyMilliseconds: 2_000)
    }

    /// Returns what SQLite's own check says about the file; "ok" where nothing is wrong.
    func integrity() throws -> String {
        try connection().text("PRAGMA integrity_check") ?? "no answer"
    }

    static func key(_ number: Int) -> CacheKey {
        CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: "acme"))
    }

    static func entry(_ number: Int) -> StoredEntry {
        StoredEntry(bytes: (0..<(200 + number % 4_000)).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) })
    }

    /// Overwrites the file from an offset on, without SQLite's knowledge.
    func smash(from offset: Int, count: Int? = nil) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        let size = Int(try handle.seekToEnd())
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: Data(repeating: 0xEE, count: min(count ?? size, size - offset)))
        try handle.close()
    }
}

/// The events of a store, in their order.
final class EventList: Sendable {
    private let list = Locked<[SQLiteStoreEvent]>([])

    var events: [SQLiteStoreEvent] { list.withLock { $0 } }

    func add(_ event: SQLiteStoreEvent) { list.withLock { $0.append(event) } }
}
