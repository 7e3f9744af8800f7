import CAllocations
import Ladder

/// The section `stores` of `benchmarks speed`.
enum StoreSpeed {
    private static let count = 64
    private static let context = StoreContext(runtime: .live)

    static func run() async throws {
        let keys = (0..<count).map { key($0) }
        let store = MemoryStore()
        for key in keys { try await store.set(key, to: entry(), asOf: nil, in: context) }
        let reads = StoreReads(store: store, keys: keys, context: context)
        let writes = StoreWrites(store: store, keys: keys, entry: entry(), context: context)
        Table.print(
            try await Measurement.of("MemoryStore, get", count: 50, reads).shared(by: count), nanoseconds: 200)
        Table.print(try await Measurement.of("MemoryStore, set over an entry", count: 50, writes).shared(by: count))
        for crowd in try await Measurement.crowds("MemoryStore, get", of: [1, 8, 64], count: 6_400, reads) {
            Table.print(crowd.shared(by: count))
        }
        for crowd in try await Measurement.crowds("MemoryStore, set", of: [1, 8, 64], count: 6_400, writes) {
            Table.print(crowd.shared(by: count))
        }
        try await size()
    }

    private static func key(_ number: Int) -> CacheKey {
        let question = "\(number) " + String(repeating: "x", count: 1_024)
        return CacheKey(of: ChatRequest(question, model: "m"), scope: CallScope(tenant: "acme"))
    }

    /// An answer of 1 kB as a cache encodes it, with room for what it notes about it.
    private static func entry(namespace: String = "") -> StoredEntry {
        StoredEntry(
            bytes: [UInt8](repeating: 1, count: 1_280), freshFor: .seconds(3_600), keptFor: .seconds(86_400),
            groups: [.tenant("acme"), .model("m"), .tag(name: "team", value: "blue")], namespace: namespace)
    }

    /// What an answer of 1 kB to a question of 1 kB takes in memory, by the counts of malloc.
    @concurrent
    private static func size() async throws {
        guard ladder_allocations_in_use() > 0 else { return }
        for namespace in ["", "exact"] {
            let store = MemoryStore()
            let before = ladder_allocations_in_use()
            for number in 0..<10_000 {
                try await store.set(key(number), to: entry(namespace: namespace), asOf: nil, in: context)
            }
            let used = Int(ladder_allocations_in_use()) - Int(before)
            let (each, counted) = (used / 10_000, (store.statistics?.bytes ?? 0) / 10_000)
            let listed = namespace.isEmpty ? "" : ", listed"
            print("\(each <= 2_600 ? "✓" : "✗") an entry of 1 kB + 1 kB\(listed): \(each) bytes, counted as \(counted)")
        }
    }
}

/// One look-up of each key.
private struct StoreReads: Operation {
    let store: MemoryStore
    let keys: [CacheKey]
    let context: StoreContext

    func run() async throws {
        for key in keys { _ = try await store.get(key, in: context) }
    }
}

/// One write of each key.
private struct StoreWrites: Operation {
    let store: MemoryStore
    let keys: [CacheKey]
    let entry: StoredEntry
    let context: StoreContext

    func run() async throws {
        for key in keys { try await store.set(key, to: entry, asOf: nil, in: context) }
    }
}
