import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

struct EndlessListingTests {
    @Test(arguments: [true, false])
    func `a listing that never ends is read for a bounded time`(moves: Bool) throws {
        let simulation = Simulation(seed: 1)
        let store = EndlessStore(moves: moves)
        let embedder = ScriptedEmbedder(meanings: Scene.meanings, on: simulation.runtime)
        let cache = SemanticCache(Scene.policy, embedder: embedder, store: store, guards: [])
        let pipeline = try Pipeline(model: ScriptedModel("m")) { cache }.running(on: simulation)
        try simulation.run {
            #expect(try await pipeline.respond(to: Ask.refund).fallbackLevel == .primary)
            try await simulation.sleep(for: .seconds(1))
        }
        #expect(store.pages <= 1_000)
    }
}

/// A store without entries that always promises one more page, until a test would take too long.
private final class EndlessStore: CacheStore {
    let answersAtOnce = true
    private let moves: Bool
    private let count = Locked(0)

    init(moves: Bool) { self.moves = moves }

    var pages: Int { count.withLock { $0 } }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        StoreLookup(epoch: StoreEpoch(0))
    }

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {}

    func remove(_ key: CacheKey, in context: StoreContext) async throws {}

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {}

    func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        let page = count.withLock { count in
            count += 1
            return count
        }
        guard page < 5_000 else { throw StoreError(.unavailable) }
        let number = moves ? page : 0
        let bytes = [UInt8(number >> 8 & 255), UInt8(number & 255)]
        return StorePage(items: [], cursor: StoreCursor(bytes: bytes), hasMore: true)
    }
}
