import Foundation
import LadderCore
import LadderTesting
import Testing

@testable import LadderHTTP

@Suite struct APIKeyTests {
    @Test func `a key prints as dots`() {
        let shortLived = ExpiringKey(value: "sk-secret", expires: nil)
        for text in ["\(APIKey("sk-secret"))", String(reflecting: APIKey("sk-secret")), "\(shortLived)"] {
            #expect(text == "•••")
        }
        for value in [APIKey("sk-secret") as Any, shortLived, [APIKey("sk-secret")]] {
            var dumped = ""
            dump(value, to: &dumped)
            #expect(!dumped.contains("secret"))
        }
    }

    @Test(arguments: ["sk-1\r\nx-evil: 1", "sk-1\nx", "a b", "ключ", "a\u{0}b"])
    func `a key that a header cannot hold is refused, and is not in the error`(value: String) async throws {
        let error = try await #require(throws: ChatError.self) { try await APIKey(value).value(on: .live) }
        #expect(error.kind == .unauthorized)
        #expect(!"\(error) \(String(reflecting: error))".contains(value))
    }

    @Test func `a missing variable says what to set`() async throws {
        let name = "LADDER_TEST_KEY_THAT_IS_NOT_SET"
        let error = try await #require(throws: ChatError.self) {
            try await APIKey.environment(name).value(on: .live)
        }
        #expect(error.kind == .unauthorized)
        #expect(error.message.contains(name))
    }

    @Test func `a key in a file is read without the white space around it, at each request`() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UUID().uuidString)")
        let key = APIKey.file(file.path)
        await #expect(throws: ChatError.self) { try await key.value(on: .live) }
        for value in ["first", "second"] {
            try Data("\n \(value)\r\n".utf8).write(to: file)
            #expect(try await key.value(on: .live) == value)
        }
        try FileManager.default.removeItem(at: file)
    }

    @Test func `no key is no header field`() async throws {
        #expect(try await APIKey.none.value(on: .live) == nil)
    }

    @Test func `a hundred requests share one fetch`() throws {
        let simulation = Simulation(seed: 1)
        let (key, fetches) = Self.fetched(on: simulation.runtime, lifetime: nil)
        let values = try simulation.run {
            try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<100 { group.addTask { try await key.value(on: simulation.runtime) } }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
        }
        #expect(values == ["key-1"])
        #expect(fetches.count == 1)
    }

    @Test func `a key is fetched again a minute before it expires`() throws {
        let simulation = Simulation(seed: 1)
        let runtime = simulation.runtime
        let (key, _) = Self.fetched(on: runtime, lifetime: .seconds(600))
        try simulation.run {
            #expect(try await key.value(on: runtime) == "key-1")
            try await runtime.sleep(for: .seconds(538))
            #expect(try await key.value(on: runtime) == "key-1")
            try await runtime.sleep(for: .seconds(3))
            #expect(try await key.value(on: runtime) == "key-2")
        }
    }

    @Test func `a refused key is fetched again, unless another has come since`() throws {
        let simulation = Simulation(seed: 1)
        let runtime = simulation.runtime
        let (key, _) = Self.fetched(on: runtime, lifetime: nil)
        try simulation.run {
            let first = try await key.value(on: runtime)
            key.wasRefused(first)
            #expect(try await key.value(on: runtime) == "key-2")
            key.wasRefused(first)
            #expect(try await key.value(on: runtime) == "key-2")
        }
    }

    @Test func `a failed fetch fails its requests, and the next request fetches again`() throws {
        struct Failure: Error {}
        let simulation = Simulation(seed: 1)
        let runtime = simulation.runtime
        let fetches = Counter()
        let key = APIKey.expiring {
            if fetches.countOne() == 1 { throw Failure() }
            return ExpiringKey(value: "key", expires: nil)
        }
        try simulation.run {
            let error = try await #require(throws: ChatError.self) { try await key.value(on: runtime) }
            #expect(error.kind == .unauthorized)
            #expect(try await key.value(on: runtime) == "key")
        }
    }

    @Test func `a request that is cancelled leaves the fetch to the others`() throws {
        let simulation = Simulation(seed: 1)
        let runtime = simulation.runtime
        let (key, fetches) = Self.fetched(on: runtime, lifetime: nil)
        try simulation.run {
            let cancelled = Task(executorPreference: simulation) { try await key.value(on: runtime) }
            let patient = Task(executorPreference: simulation) { try await key.value(on: runtime) }
            try await runtime.sleep(for: .milliseconds(500))
            cancelled.cancel()
            await #expect(throws: CancellationError.self) { try await cancelled.value }
            #expect(try await patient.value == "key-1")
        }
        #expect(fetches.count == 1)
    }

    /// Returns a key whose fetch takes a second, and the number of its fetches.
    private static func fetched(on runtime: Runtime, lifetime: Duration?) -> (key: APIKey, fetches: Counter) {
        let fetches = Counter()
        let key = APIKey.expiring {
            let number = fetches.countOne()
            try await runtime.sleep(for: .seconds(1))
            return ExpiringKey(value: "key-\(number)", expires: lifetime.map { runtime.wallNow + $0 })
        }
        return (key, fetches)
    }
}

private final class Counter: Sendable {
    private let state = Locked(0)

    var count: Int { state.withLock { $0 } }

    func countOne() -> Int {
        state.withLock { count in
            count += 1
            return count
        }
    }
}
