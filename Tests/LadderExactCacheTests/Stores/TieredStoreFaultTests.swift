import LadderCore
import LadderExactCache
import LadderTesting
import Testing

/// A tiered store over tiers with faults, compared with what was done to it.
struct TieredStoreFaultTests {
    private static let faults = StoreFaults(
        delays: 0.3, delay: .milliseconds(1) ... .milliseconds(80), refusals: 0.1, lostRequests: 0.1, lostAnswers: 0.1,
        hangs: 0.05)

    /// Whether each tier has faults.
    @Test(arguments: 1...60, [[false, true], [true, false], [true, true]])
    func `a look-up never finds what was replaced, removed or invalidated, whether or not that failed`(
        seed: UInt64, isFaulty: [Bool]
    ) throws {
        let simulation = Simulation(seed: seed)
        let tiers: [any CacheStore] = isFaulty.map { isFaulty -> any CacheStore in
            if isFaulty { FaultyStore(MemoryStore(), faults: Self.faults) } else { MemoryStore() }
        }
        let policy = TieredStorePolicy(timeLimit: .milliseconds(50), restAfterFailure: .milliseconds(100))
        let store = TieredStore(tiers, policy: policy)
        let context = StoreContext(runtime: simulation.runtime)
        let counts = Locked((found: 0, missing: 0, failed: 0))
        try simulation.run {
            var random = SeededRandom(seed: seed)
            // The number that the next look-up of each question may find.
            var valid: [Int: Int] = [:]
            for step in 1...120 {
                let question = Int(random.next() % 3)
                let groups = [CacheGroup.tenant("t\(question % 2)")]
                switch random.next() % 8 {
                case 0, 1:
                    valid[question] = step
                    try? await store.set(key(question), to: entry(step, groups: groups), asOf: nil, in: context)
                case 2:
                    valid[question] = nil
                    try? await store.remove(key(question), in: context)
                case 3:
                    for other in valid.keys where other % 2 == question % 2 { valid[other] = nil }
                    try? await store.invalidate(groups[0], in: context)
                default:
                    do {
                        let found = try await store.number(key(question), context)
                        counts.withLock { if found == nil { $0.missing += 1 } else { $0.found += 1 } }
                        if let found { #expect(found == valid[question], "step \(step), question \(question)") }
                    } catch {
                        counts.withLock { $0.failed += 1 }
                    }
                }
                if random.next() % 3 == 0 { try await simulation.sleep(for: .milliseconds(random.next() % 300)) }
            }
        }
        // Where both tiers have faults, no look-up of a seed may find anything.
        #expect(counts.withLock { $0.found } > 0 || isFaulty.allSatisfy { $0 })
        for case let tier as FaultyStore in tiers { #expect(tier.count(of: .lostAnswer) > 0) }
        try Invariants(of: simulation).check()
    }
}
