import Foundation
import Ladder
import LadderSQLite

/// What an `SQLiteStore` costs, with one task and with 64.
enum SQLiteSpeed {
    static func run(entries count: Int) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("ladder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appendingPathComponent("answers.sqlite3").path
        var policy = SQLiteStorePolicy(path: path)
        policy.writesBehind = false
        let store = try SQLiteStore(policy)
        let few = count / 4
        @Sendable func set(_ number: Int) async throws {
            try await store.set(
                StoreSubject.keys[number], to: StoreSubject.entry, asOf: nil, in: StoreSubject.context)
        }
        @Sendable func get(_ number: Int) async throws {
            let place = number &* 7_919 % count
            if try await store.get(StoreSubject.keys[place], in: StoreSubject.context).entry == nil {
                throw StoreError(.other, message: "an entry is missing")
            }
        }
        print("SQLite, \(count) entries of 2,048 bytes, after the commit")
        try await Samples.of(count, tasks: 64, set).print("set, 64 tasks")
        try await Samples.of(few, tasks: 1, set).print("set, 1 task")
        try await Samples.of(count, tasks: 64, get).print("get, 64 tasks")
        try await Samples.of(few, tasks: 1, get).print("get, 1 task")
        await store.close()
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        print("  the file has \(size / count) bytes for each entry")
    }
}
