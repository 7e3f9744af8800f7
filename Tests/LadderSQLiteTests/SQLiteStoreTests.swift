import LadderCore
import LadderTesting
import Testing

@testable import LadderSQLite

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SQLiteStoreTests {
    /// Returns the path of a file that does not exist yet.
    static func freshPath() throws -> String {
        let directory = FileManager.default.temporaryDirectory.appending(path: "ladder-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.appending(path: "answers.sqlite3").path
    }

    @Test func `it keeps the contract of a store`() async throws {
        let clock = WallClock()
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
        #expect(error?.kind == .corrupt)
    }
}
