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
        let skipped = try await checkStore(advancing: nil) {
            try SQLiteStore(SQLiteStorePolicy(path: Self.freshPath()))
        }
        print("SKIPPED", skipped)
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
}
