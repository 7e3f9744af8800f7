import Ladder
import LadderTesting

/// Whole calls of the section `semantic` of `benchmarks speed`: the standard pipeline with the built-in embedder and guards.
enum SemanticCallSpeed {
    static func run() async throws {
        let store = MemoryStore()
        let warm = try pipeline(store)
        _ = try await warm.respond(to: ChatRequest("How can I reset the password of my account?", model: "instant"))
        let similar = ChatRequest("how can i reset the password of my account", model: "instant")
        let level = try await warm.respond(to: similar).fallbackLevel
        let hit = Questions(pipeline: warm, requests: [similar])
        Table.print(
            try await Measurement.of("a \(level) hit, standard pipeline, whole call", count: 200, hit),
            nanoseconds: 80_000)
        // More questions than the store has entries, so that every call is a miss.
        var random = SeededRandom(seed: 1)
        // Few of these are alike: a miss with similar candidates also pays for the guards.
        let parts = [
            "ca", "or", "vi", "de", "po", "un", "re", "ash", "li", "fe", "mo", "sta", "ni", "ber", "tol", "ex",
        ]
        let words = parts.flatMap { first in parts.map { first + $0 } }
        let requests = (0..<4_096).map { _ in
            let text = (0..<9).map { _ in words[Int(random.next() % 256)] }.joined(separator: " ")
            return ChatRequest("why \(text)", model: "instant")
        }
        let cold = Questions(
            pipeline: try pipeline(MemoryStore(MemoryStorePolicy(maximumEntries: 64))), requests: requests)
        Table.print(
            try await Measurement.of("a semantic miss, standard pipeline, whole call", count: 200, cold),
            nanoseconds: 80_000)
    }

    private static func pipeline(_ store: MemoryStore) throws -> Pipeline {
        try Pipeline.standard(
            model: InstantModel(), cache: ExactCache(store: store),
            semanticCache: SemanticCache(embedder: LexicalEmbedder(), store: store))
    }
}

/// Calls with one question after another.
private final class Questions: Operation {
    let pipeline: Pipeline
    let requests: [ChatRequest]
    private let next = Locked(0)

    init(pipeline: Pipeline, requests: [ChatRequest]) {
        self.pipeline = pipeline
        self.requests = requests
    }

    func run() async throws {
        let index = next.withLock { next in
            next = next == requests.count - 1 ? 0 : next + 1
            return next
        }
        _ = try await pipeline.respond(to: requests[index])
    }
}
