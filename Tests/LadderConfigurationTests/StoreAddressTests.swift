import Foundation
import Ladder
import LadderConfiguration
import LadderRedis
import LadderSQLite
import LadderTesting
import Testing

@Suite struct StoreAddressTests {
    private func directory() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("ladder-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func `a configuration names a file of SQLite for answers and another for budgets`() throws {
        let directory = try directory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let pipeline = try load(
            configuration(
                layers: """
                      {"layer": "BudgetCheck", "limits": [{"amount": {"tokens": 1000}, "per": "day"}],
                       "ledger": "sqlite:\(directory)/budgets.sqlite3"},
                      {"layer": "ExactCache", "store": "sqlite:\(directory)/answers.sqlite3"}
                    """))
        let cache = try #require(pipeline.layer(named: "ExactCache") as? ExactCache)
        let budget = try #require(pipeline.layer(named: "BudgetCheck") as? BudgetCheck)
        #expect(cache.store is SQLiteStore)
        #expect(budget.ledger is SQLiteLedger)
        #expect(FileManager.default.fileExists(atPath: directory + "/answers.sqlite3"))
    }

    @Test func `a configuration names a server, which need not be there`() throws {
        let pipeline = try load(
            configuration(
                layers: #"{"layer": "ExactCache", "store": {"at": "redis://127.0.0.1:1", "password": {"env": "PATH"}}}"#
            ))
        #expect((pipeline.layer(named: "ExactCache") as? ExactCache)?.store is RedisStore)
    }

    @Test(arguments: [
        (#""redis://user:secret@10.0.0.5""#, "has a password, which does not belong into a configuration"),
        (#""rediss://10.0.0.5""#, "needs TLS"),
        (#""sqlite:answers.sqlite3""#, "must be absolute"),
        (#""ftp://10.0.0.5""#, "the scheme ftp is unknown"),
        (#"{"at": "redis://10.0.0.5", "password": {"env": "LADDER_NO_SUCH_VARIABLE"}}"#, "there is no password"),
        (#"{"at": "redis://10.0.0.5", "password": "secret"}"#, "literal key"),
        (#"{"at": "sqlite:/nowhere/at/all/answers.sqlite3"}"#, "$.layers[0].store"),
    ])
    func `a wrong address is reported at its place, without its secret`(store: String, sentence: String) {
        let found = problems(of: configuration(layers: #"{"layer": "ExactCache", "store": \#(store)}"#))
        #expect(found.contains { $0.contains(sentence) }, "\(found)")
        #expect(!found.joined().contains("secret"))
    }

    @Test func `a file of SQLite does not take the place of a cache or a budget that is given`() {
        #expect(throws: ConfigurationError.self) {
            try Pipeline.standard(model: ScriptedModel("m"), cache: ExactCache(), store: MemoryStore())
        }
        #expect(throws: ConfigurationError.self) {
            try Pipeline.standard(model: ScriptedModel("m"), ledger: InMemoryLedger())
        }
        #expect(throws: ConfigurationError.self) {
            try Pipeline.standard(model: ScriptedModel("m"), budget: BudgetCheck(), ledger: InMemoryLedger())
        }
    }
}
