import Ladder

/// The section `caches` of `benchmarks speed`: keys, hits and misses.
enum CacheSpeed {
    private static let scope = CallScope(tenant: "acme", user: "alice")

    static func run() async throws {
        for (kilobytes, bar) in [(1, 1_000.0), (10, 6_000), (100, 55_000)] {
            let request = request(0, bytes: kilobytes * 1_000)
            let name = "a key in the process, \(kilobytes) kB"
            let operation = KeyOperation(request: request, scope: scope)
            let measured = try await Measurement.of(name, count: 2_000 / kilobytes, operation)
            Table.print(measured, nanoseconds: bar)
        }
        let digest = DigestOperation(key: CacheKey(of: request(0, bytes: 10_000), scope: scope))
        Table.print(try await Measurement.of("SHA-256 of a key of 10 kB", count: 100, digest))
        try await calls()
    }

    private static func calls() async throws {
        let hit = CachedCalls(pipeline: try pipeline(), requests: [request(0, bytes: 1_000)], scope: scope)
        Table.print(try await Measurement.of("an exact hit, whole call, 1 kB", hit), nanoseconds: 4_000)
        // More requests than the store has entries, so that every call is a miss.
        let requests = (0..<4_096).map { request($0, bytes: 1_000) }
        let cold = CachedCalls(
            pipeline: try pipeline(store: MemoryStore(MemoryStorePolicy(maximumEntries: 64))), requests: requests,
            scope: scope)
        Table.print(
            try await Measurement.of(
                "a miss through budget, cache, fallback, breaker, retry", count: 1_000, rounds: 31, cold),
            nanoseconds: 8_000)
    }

    private static func pipeline(store: MemoryStore = MemoryStore()) throws -> Pipeline {
        try Pipeline(models: [InstantModel(), InstantModel(name: "other")]) {
            BudgetCheck(BudgetLimit(.tokens(.max), each: .user, per: .day))
            ExactCache(store: store)
            ModelFallback("other")
            CircuitBreaker()
            Retry()
        }
    }

    private static func request(_ number: Int, bytes: Int) -> ChatRequest {
        ChatRequest("\(number) " + String(repeating: "x", count: bytes), model: "instant")
    }
}

/// The key of one request.
private struct KeyOperation: Operation {
    let request: ChatRequest
    let scope: CallScope

    func run() async throws {
        if CacheKey(of: request, scope: scope).fingerprint.high == 0 { print("a rare key") }
    }
}

/// The digest of one key for stores outside the process.
private struct DigestOperation: Operation {
    let key: CacheKey

    func run() async throws {
        if key.digest.bytes.isEmpty { print("no digest") }
    }
}

/// Calls with one request after another.
private final class CachedCalls: Operation {
    let pipeline: Pipeline
    let requests: [ChatRequest]
    let options: CallOptions
    private let next = Locked(0)

    init(pipeline: Pipeline, requests: [ChatRequest], scope: CallScope) {
        self.pipeline = pipeline
        self.requests = requests
        options = CallOptions(scope: scope)
    }

    func run() async throws {
        let index = next.withLock { next in
            next = next == requests.count - 1 ? 0 : next + 1
            return next
        }
        _ = try await pipeline.respond(to: requests[index], options: options)
    }
}
