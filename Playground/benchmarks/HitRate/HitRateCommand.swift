import Ladder

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `benchmarks hitrate`: how many requests a `MemoryStore` answers, beside an LRU cache and the optimum.
enum HitRateCommand {
    static let usage = "[--small]   hit rate of MemoryStore beside LRU and the optimum; its bound over a week"

    /// The least gain over LRU, in points.
    private static let bar = 5.0

    static func run(_ arguments: [String]) async throws {
        let isSmall = arguments.contains("--small")
        let trace = isSmall ? RequestTrace.small : RequestTrace()
        let capacity = trace.keys / 10
        print(
            "Zipf(\(trace.exponent)) over \(trace.keys) keys, \(trace.requests) requests, room for \(capacity) entries,"
        )
        print("after every \(trace.scanInterval) requests a scan of \(trace.scanLength) new keys")
        print("seed  MemoryStore    LRU  optimum  gain over LRU")
        var worst = Double.infinity
        for seed in 1...5 as ClosedRange<UInt64> {
            let numbers = trace.numbers(seed: seed)
            let ours = share(try await hits(in: numbers, capacity: capacity), numbers)
            let least = share(LeastRecentlyUsed.hits(in: numbers, capacity: capacity), numbers)
            let best = share(Optimum.hits(in: numbers, capacity: capacity), numbers)
            worst = min(worst, ours - least)
            let columns = [
                Table.pad("\(seed)", 4, right: true), Table.pad(Table.number(ours, 1) + " %", 11, right: true),
                Table.pad(Table.number(least, 1) + " %", 6, right: true),
                Table.pad(Table.number(best, 1) + " %", 8, right: true), Table.number(ours - least, 1) + " points",
            ]
            print(columns.joined(separator: "  ").trimmingTrailingSpaces)
        }
        print("\(worst >= bar ? "✓" : "✗") at least \(Table.number(worst, 1)) points above LRU; bar: \(Int(bar))")
        let isBounded = try await week(share: isSmall ? 100 : 1)
        if worst < bar || !isBounded { exit(1) }
    }

    private static func share(_ hits: Int, _ numbers: [Int]) -> Double {
        Double(hits) / Double(numbers.count) * 100
    }

    @concurrent
    private static func hits(in numbers: [Int], capacity: Int) async throws -> Int {
        let store = MemoryStore(MemoryStorePolicy(maximumEntries: capacity))
        let context = StoreContext(runtime: .live)
        let entry = StoredEntry(bytes: [])
        var hits = 0
        for number in numbers {
            let key = key(number)
            if try await store.get(key, in: context).entry == nil {
                try await store.set(key, to: entry, asOf: nil, in: context)
            } else {
                hits += 1
            }
        }
        return hits
    }

    private static func key(_ number: Int) -> CacheKey {
        CacheKey(of: ChatRequest("\(number)", model: "m"), scope: CallScope(tenant: "acme"))
    }

    /// Ten requests a second for seven days, of which a third is new; with `share` 100 a hundredth of requests and room.
    @concurrent
    private static func week(share: Int) async throws -> Bool {
        let policy = MemoryStorePolicy(maximumEntries: 10_000 / share, maximumBytes: (64 << 20) / share)
        let store = MemoryStore(policy)
        let clock = SteppedClock()
        let context = StoreContext(runtime: Runtime(clock))
        var (largest, most, random) = (0, 0, UInt64(1))
        for request in 0..<6_048_000 / share {
            clock.advance(by: .milliseconds(100 * share))
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = request % 3 == 0 ? 1_000_000 + request : Int(random >> 40) % 30_000
            let key = key(number)
            if try await store.get(key, in: context).entry == nil {
                let bytes = [UInt8](repeating: 1, count: Int(random >> 52))
                let entry = StoredEntry(
                    bytes: bytes, freshFor: .seconds(3_600), keptFor: .seconds(86_400), groups: [.tenant("acme")])
                try await store.set(key, to: entry, asOf: nil, in: context)
            }
            if request % 101 == 0, let statistics = store.statistics {
                most = max(most, statistics.entries)
                largest = max(largest, statistics.bytes)
            }
        }
        let isBounded = most <= policy.maximumEntries && largest <= policy.maximumBytes
        let room = "\(most) of \(policy.maximumEntries) entries, \(largest) of \(policy.maximumBytes) bytes"
        print("\(isBounded ? "✓" : "✗") seven days of \(share == 1 ? "ten requests a second" : "requests"): \(room)")
        return isBounded
    }
}

/// A clock that moves only when it is told to.
private final class SteppedClock: RuntimeDriver {
    private let time = Locked(Instant.origin)

    func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }

    var now: Instant { time.withLock { $0 } }
    var wallNow: WallTime { WallTime(secondsSince1970: 0) + now.sinceOrigin }

    func sleep(until instant: Instant) async throws {}
    func random() -> UInt64 { 4 }
    func spawn(_ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void)
        -> @Sendable () -> Void
    {
        {}
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
