import LadderCore
import LadderExactCache
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLitePipelineTests {
    /// A policy that gives the store more time than a busy machine takes.
    static let patient = ExactCachePolicy(storeTimeLimit: .seconds(10))

    @Test func `an answer of one process is served by the next one`() async throws {
        let path = try SQLiteStoreTests.freshPath()
        let model = ScriptedModel("m", .reply("Paris."))
        let first = try SQLiteStore(SQLiteStorePolicy(path: path))
        let before = try Pipeline(model: model) { ExactCache(Self.patient, store: first) }
        #expect(try await before.respond(to: "What is the capital of France?").fallbackLevel == .primary)
        await before.shutdown(within: .seconds(10))
        await first.close()
        let second = try SQLiteStore(SQLiteStorePolicy(path: path))
        let after = try Pipeline(model: model) { ExactCache(Self.patient, store: second) }
        let answer = try await after.respond(to: "What is the capital of France?")
        #expect(answer.fallbackLevel == .exactCache && answer.content == "Paris.")
        #expect(model.attempts.count == 1)
    }

    @Test func `a store that was closed costs a miss, never a call`() async throws {
        let store = try SQLiteStore(SQLiteStorePolicy(path: try SQLiteStoreTests.freshPath()))
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("ok"))) { ExactCache(store: store) }
        await store.close()
        #expect(try await pipeline.respond(to: "hello").fallbackLevel == .primary)
        #expect(try await pipeline.respond(to: "hello").fallbackLevel == .primary)
    }
}
