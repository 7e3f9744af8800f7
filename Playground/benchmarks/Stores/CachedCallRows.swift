import Foundation
import Ladder
import LadderRedis
import LadderSQLite
import LadderTesting

/// A whole call whose answer is in a cache, beside one that asks a model of 104 ms.
enum CachedCallRows {
    static func run(redisPort: Int?) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("ladder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        print("A call with a model of 104 ms")
        try await row("no cache", store: nil)
        try await row("memory", store: MemoryStore())
        let path = directory.appendingPathComponent("answers.sqlite3").path
        try await row("disk (SQLite)", store: SQLiteStore(SQLiteStorePolicy(path: path)))
        guard let redisPort else { return }
        let url = "redis://127.0.0.1:\(redisPort)"
        try await row("Redis on this machine", store: RedisStore(url: url, policy: RedisStorePolicy(memoryBytes: 0)))
        try await row("Redis, from memory", store: RedisStore(url: url))
    }

    private static func row(_ name: String, store: (any CacheStore)?) async throws {
        let model = ScriptedModel("m", .reply("Weekdays, 9 to 18.", after: .milliseconds(104)))
        let pipeline = try Pipeline(model: model) { if let store { ExactCache(store: store) } }
        let request = ChatRequest("When are you open? \(UUID().uuidString)")
        let first = try await pipeline.respond(to: request).latency
        let samples = try await Samples.of(store == nil ? 10 : 2_000, tasks: 1) { _ in
            _ = try await pipeline.respond(to: request)
        }
        await store?.close()
        print(
            "  \(Table.pad(name, 24)) first \(Table.number(Double(first.clampedNanoseconds) / 1e6, 1)) ms, then p50 "
                + "\(Table.number(samples.median / 1_000, 1)) ms (\(Table.number(samples.median, 1)) µs)")
    }
}
