import LadderCore
import LadderTesting
import Testing

/// Each fault of a store, and what it leaves in the store that does the work.
@Suite struct FaultyStoreTests {
    private let key = CacheKey(of: ChatRequest("question", model: "m"), scope: CallScope(tenant: "acme"))
    private let entry = StoredEntry(bytes: [1, 2, 3], groups: [.tenant("acme")])

    /// Runs a test with a faulty store over a sound one, in a simulation.
    private func run(
        _ faults: StoreFaults, expiry: ExpiryFaults = ExpiryFaults(), seed: UInt64 = 1,
        _ body: @escaping @Sendable (FaultyStore, BrokenStore, Simulation, StoreContext) async throws -> Void
    ) throws {
        let simulation = Simulation(seed: seed)
        let sound = BrokenStore(nil)
        let store = FaultyStore(sound, faults: faults, expiry: expiry)
        let context = StoreContext(runtime: simulation.runtime)
        try simulation.run { try await body(store, sound, simulation, context) }
        try Invariants(of: simulation).check()
    }

    // MARK: Without faults

    @Test func `without faults it keeps the contract of a store, and draws no random number`() throws {
        try checkStore(seeds: 1..<3, maximumEntries: 200) { FaultyStore(BrokenStore(nil)) }
        // The simulation itself draws numbers, for the order of its tasks.
        let numbers = try [BrokenStore(nil), FaultyStore(BrokenStore(nil))].map { (store: any CacheStore) in
            let simulation = Simulation(seed: 3)
            let context = StoreContext(runtime: simulation.runtime)
            _ = try simulation.run { try await store.get(key, in: context) }
            return simulation.random()
        }
        #expect(numbers[0] == numbers[1])
    }

    @Test func `a store that is only slow keeps the contract of a store`() throws {
        let faults = StoreFaults(delays: 0.5, delay: .zero ... .milliseconds(5))
        try checkStore(seeds: 1..<3, maximumEntries: 200) { FaultyStore(BrokenStore(nil), faults: faults) }
    }

    @Test func `a store that keeps entries too long breaks the contract`() throws {
        let failure = try #require(throws: ConformanceFailure.self) {
            try checkStore(seeds: 1..<3) {
                FaultyStore(BrokenStore(nil), expiry: ExpiryFaults(overstay: .seconds(3_600)))
            }
        }
        #expect(failure.rules.contains(.keepsTimes))
    }

    // MARK: Failures

    @Test func `a refusal has no effect, and its error says so`() throws {
        try run(StoreFaults(refusals: 1)) { store, sound, simulation, context in
            let error = await #expect(throws: StoreError.self) {
                try await store.set(key, to: entry, asOf: nil, in: context)
            }
            #expect(error?.kind == .unavailable && error?.mayHaveHappened == false)
            let written = try await sound.get(key, in: context)
            #expect(written.entry == nil)
            await #expect(throws: StoreError.self) { try await store.get(key, in: context) }
            await #expect(throws: StoreError.self) { try await store.get([key, key], in: context) }
            await #expect(throws: StoreError.self) {
                try await store.entries(in: "", after: nil, limit: 1, in: context)
            }
            #expect(store.count(of: .refusal) == 4)
            #expect(simulation.now == .origin)
        }
    }

    @Test(arguments: [false, true])
    func `a lost connection may or may not have had an effect, and its error says so`(isLate: Bool) throws {
        let faults = isLate ? StoreFaults(lostAnswers: 1) : StoreFaults(lostRequests: 1)
        try run(faults) { store, sound, _, context in
            func lose(_ operation: () async throws -> Void) async {
                let error = await #expect(throws: StoreError.self) { try await operation() }
                #expect(error?.kind == .unavailable && error?.mayHaveHappened == true)
            }
            await lose { try await store.set(key, to: entry, asOf: nil, in: context) }
            #expect((try await sound.get(key, in: context).entry != nil) == isLate)

            try await sound.set(key, to: entry, asOf: nil, in: context)
            await lose { try await store.invalidate(.tenant("acme"), in: context) }
            #expect((try await sound.get(key, in: context).entry == nil) == isLate)

            try await sound.set(key, to: entry, asOf: nil, in: context)
            await lose { try await store.remove(key, in: context) }
            #expect((try await sound.get(key, in: context).entry == nil) == isLate)
            #expect(store.count(of: isLate ? .lostAnswer : .lostRequest) == 3)
            #expect(store.count(of: isLate ? .lostRequest : .lostAnswer) == 0)
        }
    }

    @Test func `an operation that hangs ends when its task is cancelled, without an effect`() throws {
        try run(StoreFaults(hangs: 1)) { store, sound, simulation, context in
            let write = Task(executorPreference: simulation) {
                try await store.set(key, to: entry, asOf: nil, in: context)
            }
            try await simulation.sleep(for: .seconds(3_600))
            #expect(store.count(of: .hang) == 1)
            write.cancel()
            await #expect(throws: CancellationError.self) { try await write.value }
            #expect(simulation.now == .origin + .seconds(3_600))
            #expect(try await sound.get(key, in: context).entry == nil)
        }
    }

    @Test func `an operation that begins in an outage hangs, one before or after it does not`() throws {
        let outage = Instant.origin + .seconds(10)..<Instant.origin + .seconds(20)
        try run(StoreFaults(outages: [outage])) { store, _, simulation, context in
            try await store.set(key, to: entry, asOf: nil, in: context)
            try await simulation.sleep(until: .origin + .seconds(10))
            let read = Task(executorPreference: simulation) { try await store.get(key, in: context) }
            try await simulation.sleep(until: .origin + .seconds(20))
            #expect(store.count(of: .outage) == 1)
            #expect(try await store.get(key, in: context).entry?.bytes == [1, 2, 3])
            try await simulation.sleep(until: .origin + .seconds(60))
            read.cancel()
            await #expect(throws: CancellationError.self) { try await read.value }
        }
    }

    // MARK: Delays

    @Test func `a delay is within its range`() throws {
        try run(StoreFaults(delays: 1, delay: .milliseconds(10) ... .milliseconds(20))) {
            store, _, simulation, context in
            var lengths: Set<Duration> = []
            for _ in 0..<50 {
                let start = simulation.now
                _ = try await store.get(key, in: context)
                lengths.insert(simulation.now - start)
            }
            #expect(lengths.allSatisfy { (.milliseconds(10) ... .milliseconds(20)).contains($0) })
            #expect(lengths.count > 40)
            #expect(store.count(of: .delay) == 50)
        }
    }

    @Test func `a write that is cancelled half-way through its delay may have taken effect`() throws {
        let effects = Locked(0)
        for seed in UInt64(1)...100 {
            let delay = Duration.milliseconds(20)
            try run(StoreFaults(delays: 1, delay: delay...delay), seed: seed) { store, sound, simulation, context in
                let write = Task(executorPreference: simulation) {
                    try await store.set(key, to: entry, asOf: nil, in: context)
                }
                try await simulation.sleep(for: .milliseconds(10))
                write.cancel()
                await #expect(throws: CancellationError.self) { try await write.value }
                if try await sound.get(key, in: context).entry != nil { effects.withLock { $0 += 1 } }
            }
        }
        // The expectation is 50, the standard deviation 5.
        #expect((30...70).contains(effects.withLock { $0 }))
    }

    // MARK: Draws

    /// Returns how many operations had each fault.
    private func counts(_ faults: StoreFaults, seed: UInt64, operations: Int = 4_000) throws -> [StoreFault: Int] {
        let counts = Locked<[StoreFault: Int]>([:])
        try run(faults, seed: seed) { store, _, simulation, context in
            for _ in 0..<operations {
                let read = Task(executorPreference: simulation) { try await store.get(key, in: context) }
                try await simulation.sleep(for: .milliseconds(1))
                read.cancel()
                _ = await read.result
            }
            let found = StoreFault.allCases.map { ($0, store.count(of: $0)) }
            counts.withLock { $0 = Dictionary(uniqueKeysWithValues: found) }
        }
        return counts.withLock { $0 }
    }

    @Test func `each fault has its share`() throws {
        let faults = StoreFaults(
            delays: 0.5, delay: .zero ... .zero, refusals: 0.1, lostRequests: 0.2, lostAnswers: 0.15, hangs: 0.05)
        let found = try counts(faults, seed: 7)
        // Of 4,000 operations; the largest standard deviation is 32.
        let expected: [StoreFault: Int] = [
            .delay: 2_000, .refusal: 400, .lostRequest: 800, .lostAnswer: 600, .hang: 200,
        ]
        for (fault, count) in expected {
            #expect(abs(found[fault, default: 0] - count) < 130, "\(fault): \(found[fault, default: 0])")
        }
    }

    @Test func `the same seed gives the same faults`() throws {
        let first = try counts(.mixed, seed: 1, operations: 500)
        #expect(try counts(.mixed, seed: 1, operations: 500) == first)
        #expect(try counts(.mixed, seed: 2, operations: 500) != first)
    }

    @Test func `outside a call it takes the runtime used last`() throws {
        try run(StoreFaults(delays: 1, delay: .seconds(5) ... .seconds(5))) { store, _, simulation, context in
            _ = try await store.get(key, in: context)
            try await store.remove(key, in: StoreContext())
            #expect(simulation.now == .origin + .seconds(10))
        }
    }

    // MARK: Times of entries

    @Test func `an entry that overstays is said to be kept, and its other times stay true`() throws {
        let entry = StoredEntry(bytes: [1], freshFor: .seconds(10), keptFor: .seconds(30), namespace: "n")
        try run(StoreFaults(), expiry: ExpiryFaults(overstay: .seconds(20))) { store, _, simulation, context in
            try await store.set(key, to: entry, asOf: nil, in: context)
            try await simulation.sleep(for: .seconds(29))
            #expect(try await store.get(key, in: context).entry?.keptFor == .seconds(1))
            #expect(store.count(of: .overstayedEntry) == 0)
            try await simulation.sleep(for: .seconds(6))
            let found = try #require(try await store.get([key], in: context)[0].entry)
            #expect(found.keptFor.map { $0 > .zero } == true)
            #expect(found.age == .seconds(35) && found.freshFor == .seconds(-25))
            let page = try await store.entries(in: "n", after: nil, limit: 10, in: context)
            #expect(page.items.map(\.entry) == [found])
            #expect(store.count(of: .overstayedEntry) == 2)
            try await simulation.sleep(for: .seconds(16))
            #expect(try await store.get(key, in: context).entry == nil)
        }
    }

    @Test func `an entry without an end does not get one`() throws {
        try run(StoreFaults(), expiry: ExpiryFaults(overstay: .seconds(20))) { store, _, _, context in
            try await store.set(key, to: entry, asOf: nil, in: context)
            #expect(try await store.get(key, in: context).entry == entry)
        }
    }

    @Test func `a forgotten entry does not come back`() throws {
        try run(StoreFaults(), expiry: ExpiryFaults(forgets: 1)) { store, sound, _, context in
            try await store.set(key, to: entry, asOf: nil, in: context)
            #expect(try await sound.get(key, in: context).entry != nil)
            #expect(try await store.get(key, in: context).entry == nil)
            #expect(try await sound.get(key, in: context).entry == nil)
            #expect(try await store.get(key, in: context).entry == nil)
            #expect(store.count(of: .forgottenEntry) == 1)
        }
    }

    // MARK: Options

    @Test func `every mistake in the options is reported`() {
        let faults = StoreFaults(
            delays: 1.5, delay: .seconds(-1) ... .zero, refusals: -0.1, lostRequests: .nan, lostAnswers: 2, hangs: 0)
        let expiry = ExpiryFaults(forgets: 7, overstay: .seconds(-1))
        #expect(FaultyStore(BrokenStore(nil), faults: faults, expiry: expiry).configurationProblems.count == 7)
        #expect(StoreFaults(refusals: 0.5, hangs: 0.6).problems.count == 1)
        #expect(StoreFaults(refusals: 0.1, lostRequests: 0.2, lostAnswers: 0.3, hangs: 0.4).problems == [])
        #expect(StoreFaults.mixed.problems == [] && StoreFaults().problems == [] && ExpiryFaults().problems == [])
    }
}
