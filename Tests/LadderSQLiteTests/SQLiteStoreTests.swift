import Foundation
import LadderCore
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLiteStoreTests {
    /// Returns the path of a file that does not exist yet.
    static func freshPath() throws -> String {
        let directory = FileManager.default.temporaryDirectory.appending(path: "ladder-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.appending(path: "answers.sqlite3").path
    }

    @Test func `it keeps the contract of a store`() async throws {
        let clock = WallClock(isStopped: true)
        let library = try SQLiteLibrary.shared.get()
        let skipped = try await checkStore(advancing: { clock.advance(by: $0) }) {
            try SQLiteStore(SQLiteStorePolicy(path: Self.freshPath()), library: library, clock: clock)
        }
        #expect(skipped == [.isBounded])
    }

    @Test func `an answer survives a restart`() async throws {
        let path = try Self.freshPath()
        let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(tenant: "acme"))
        let first = try SQLiteStore(SQLiteStorePolicy(path: path))
        try await first.set(key, to: StoredEntry(bytes: [1, 2, 3]), asOf: nil, in: StoreContext())
        await first.close()
        let second = try SQLiteStore(SQLiteStorePolicy(path: path))
        #expect(try await second.get(key, in: StoreContext()).entry?.bytes == [1, 2, 3])
    }

    @Test func `the file stays within its bound, and what is read outlives the rest`() async throws {
        let path = try Self.freshPath()
        let store = try SQLiteStore(SQLiteStorePolicy(path: path, maximumBytes: 1 << 20))
        func key(_ number: Int) -> CacheKey {
            CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: "acme"))
        }
        let value = [UInt8](repeating: 7, count: 2_000)
        for number in 0..<1_000 {
            try await store.set(key(number), to: StoredEntry(bytes: value), asOf: nil, in: StoreContext())
            _ = try await store.get(key(number % 20), in: StoreContext())
        }
        await store.close()
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        #expect(size < 2 << 20)
        let again = try SQLiteStore(SQLiteStorePolicy(path: path, maximumBytes: 1 << 20))
        for number in 0..<20 {
            #expect(try await again.get(key(number), in: StoreContext()).entry?.bytes == value, "\(number)")
        }
        #expect(try await again.get(key(100), in: StoreContext()).entry == nil)
    }

    @Test func `a changed byte in a value is a miss`() async throws {
        let path = try Self.freshPath()
        let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(tenant: "acme"))
        let store = try SQLiteStore(SQLiteStorePolicy(path: path))
        let value = Array("a value that can be found in the file".utf8)
        try await store.set(key, to: StoredEntry(bytes: value), asOf: nil, in: StoreContext())
        await store.close()
        let connection = try SQLiteConnection(
            SQLiteLibrary.shared.get(), path: path, access: .readWrite, busyMilliseconds: 100)
        try connection.run("UPDATE entry SET bytes = ?1", .bytes(Array("a value that can be lost in the file".utf8)))
        let again = try SQLiteStore(SQLiteStorePolicy(path: path))
        #expect(try await again.get(key, in: StoreContext()).entry == nil)
    }

    @Test func `two stores on one file see each other's answers and invalidations`() async throws {
        let path = try Self.freshPath()
        let (first, second) = (
            try SQLiteStore(SQLiteStorePolicy(path: path)), try SQLiteStore(SQLiteStorePolicy(path: path))
        )
        let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(tenant: "acme"))
        try await first.set(
            key, to: StoredEntry(bytes: [1], groups: [.tenant("acme")]), asOf: nil, in: StoreContext())
        #expect(try await second.get(key, in: StoreContext()).entry?.bytes == [1])
        try await second.invalidate(.tenant("acme"), in: StoreContext())
        #expect(try await first.get(key, in: StoreContext()).entry == nil)
    }

    @Test func `a machine without SQLite is told what to install`() throws {
        let error = try #require(throws: StoreError.self) { try SQLiteLibrary.load(from: ["libnothing.so.9"]).get() }
        #expect(error.kind == .unavailable && error.message.contains("libsqlite3-0"))
    }

    @Test(arguments: ["answers.sqlite3", "file:/tmp/x"])
    func `a path that is not absolute is refused`(path: String) {
        #expect(throws: StoreError.self) { try SQLiteStore(SQLiteStorePolicy(path: path)) }
    }

    @Test func `the file of another program is refused`() async throws {
        let path = try Self.freshPath()
        let ledger = try SQLiteLedger(path: path)
        await ledger.close()
        let error = #expect(throws: StoreError.self) { try SQLiteStore(SQLiteStorePolicy(path: path)) }
        #expect(error?.kind == .unavailable)
    }

    @Test func `a file that is no database is left aside, and the store goes on with another`() async throws {
        let path = try Self.freshPath()
        try Data(repeating: 0x41, count: 100_000).write(to: URL(filePath: path))
        let store = try SQLiteStore(SQLiteStorePolicy(path: path))
        let key = CacheKey(of: ChatRequest("hello", model: "m"), scope: CallScope(tenant: "acme"))
        try await store.set(key, to: StoredEntry(bytes: [1]), asOf: nil, in: StoreContext())
        #expect(try await store.get(key, in: StoreContext()).entry?.bytes == [1])
        #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
        #expect(try Data(contentsOf: URL(filePath: path)).count == 100_000)
    }

    @Test func `pages that are damaged under a running store cost misses, and no call`() async throws {
        let path = try Self.freshPath()
        let store = try SQLiteStore(SQLiteStorePolicy(path: path))
        func key(_ number: Int) -> CacheKey {
            CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: "acme"))
        }
        let value = [UInt8](repeating: 7, count: 4_000)
        for number in 0..<2_000 {
            try await store.set(key(number), to: StoredEntry(bytes: value), asOf: nil, in: StoreContext())
        }
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 8_192)
        try handle.write(contentsOf: Data(repeating: 0xEE, count: Int(size) - 8_192))
        for number in 0..<2_000 {
            if let entry = try await store.get(key(number), in: StoreContext()).entry { #expect(entry.bytes == value) }
        }
        try await store.set(key(1), to: StoredEntry(bytes: [2]), asOf: nil, in: StoreContext())
        #expect(try await store.get(key(1), in: StoreContext()).entry?.bytes == [2])
    }

    @Test func `the file is for its owner alone`() async throws {
        let path = try Self.freshPath()
        let store = try SQLiteStore(SQLiteStorePolicy(path: path))
        await store.close()
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }
}
