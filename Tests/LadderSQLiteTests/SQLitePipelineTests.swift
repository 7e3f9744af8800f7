import LadderCore
import LadderExactCache
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLitePipelineTests {
    private func pipeline(on path: String, model: ScriptedModel) throws -> Pipeline {
        let store = try SQLiteStore(SQLiteStorePolicy(path: path))
        return try Pipeline(model: model) { ExactCache(store: store) }
    }

    @Test func `an answer of one process is served by the next one`() async throws {
        let path = try SQLiteStoreTests.freshPath()
        let model = ScriptedModel("m", .reply("Paris."))
        let first = try pipeline(on: path, model: model)
        #expect(try await first.respond(to: "What is the capital of France?").fallbackLevel == .primary)
        await first.shutdown(within: .seconds(10))
        let second = try pipeline(on: path, model: model)
        let answer = try await second.respond(to: "What is the capital of France?")
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
