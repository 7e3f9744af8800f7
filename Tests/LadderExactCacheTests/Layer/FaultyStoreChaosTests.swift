import LadderCore
import LadderExactCache
import LadderTesting
import Testing

/// The cache under chaos, over stores that are slow, fail, hang, lose their connection, or lie about times.
struct FaultyStoreChaosTests {
    struct Trouble: Sendable, CustomTestStringConvertible {
        let name: String
        var faults = StoreFaults()
        var expiry = ExpiryFaults()
        let kinds: [StoreFault]

        var testDescription: String { name }
    }

    static let troubles = [
        Trouble(
            name: "slow", faults: StoreFaults(delays: 0.9, delay: .milliseconds(1) ... .milliseconds(90)),
            kinds: [.delay]),
        Trouble(name: "refuses", faults: StoreFaults(refusals: 0.4), kinds: [.refusal]),
        Trouble(
            name: "loses connections", faults: StoreFaults(lostRequests: 0.2, lostAnswers: 0.2),
            kinds: [.lostRequest, .lostAnswer]),
        Trouble(name: "hangs", faults: StoreFaults(hangs: 0.3), kinds: [.hang]),
        Trouble(
            name: "has outages", faults: StoreFaults(outages: [.origin + .seconds(5) ..< .origin + .seconds(12)]),
            kinds: [.outage]),
        Trouble(
            name: "lies about times", expiry: ExpiryFaults(forgets: 0.1, overstay: .seconds(60)),
            kinds: [.forgottenEntry, .overstayedEntry]),
        Trouble(
            name: "does all of it", faults: .mixed, expiry: ExpiryFaults(forgets: 0.1, overstay: .seconds(60)),
            kinds: [.delay, .refusal]),
    ]

    /// Where the store with faults is.
    enum Place: CaseIterable, Sendable {
        case alone
        case behindMemory
        case beforeAnother
    }

    @Test(arguments: troubles, Place.allCases)
    func `no trouble of a store breaks a call, delays it beyond the time limit or serves what is too old`(
        trouble: Trouble, place: Place
    ) throws {
        var injected: [StoreFault: Int] = [:]
        var hits = 0
        for seed in UInt64(1)...6 {
            let report = try run(trouble, place, seed: seed) { fault, count in injected[fault, default: 0] += count }
            hits += report.totals.filter { $0.name.contains("exactCache") }.reduce(0) { $0 + $1.count }
        }
        #expect(hits > 0)
        for kind in trouble.kinds { #expect(injected[kind, default: 0] > 0, "\(kind)") }
    }

    private func run(
        _ trouble: Trouble, _ place: Place, seed: UInt64, counting count: (StoreFault, Int) -> Void
    ) throws -> ChaosReport {
        let store = FaultyStore(MemoryStore(), faults: trouble.faults, expiry: trouble.expiry)
        var chaos = Chaos { scene in
            let stores: [any CacheStore] =
                switch place {
                case .alone: [store]
                case .behindMemory: [MemoryStore(MemoryStorePolicy(maximumEntries: 4)), store]
                case .beforeAnother: [store, FaultyStore(MemoryStore(), faults: trouble.faults)]
                }
            let policy = ExactCachePolicy(
                lifetime: .seconds(10), staleFor: .seconds(5), staleWhileRevalidate: .seconds(1),
                storeTimeLimit: .milliseconds(50))
            let cache = ExactCache(policy, store: stores.count == 1 ? stores[0] : TieredStore(stores))
            let watch = DelayWatch(limit: .milliseconds(100))
            scene.invariants.add(watch)
            scene.invariants.add { cache.sharedCalls == 0 ? [] : ["\(cache.sharedCalls) shared calls are left"] }
            return [watch.outer, cache, watch.inner]
        }
        // A lifetime of 10 s with its jitter, and 5 s for stale answers.
        chaos.longestAge = .seconds(16)
        (chaos.callers, chaos.callsPerCaller) = (32, 4)
        let report = try chaos.run(seed: seed)
        try report.check()
        for fault in StoreFault.allCases { count(fault, store.count(of: fault)) }
        return report
    }
}
