import LadderCore
import LadderExactCache
import LadderTesting
import Testing

@Suite struct TieredStoreTests {
    @Test func `keeps the contract of a store`() throws {
        #expect(
            try checkStore(maximumEntries: 600) {
                TieredStore([100, 200, 300].map { MemoryStore(MemoryStorePolicy(maximumEntries: $0)) })
            }.isEmpty)
        // The last tier has all entries, and this one cannot list them.
        #expect(Set(try checkStore { TieredStore([MemoryStore(), FlakyStore()]) }) == [.isBounded, .listsEntries])
        #expect(try checkStore { TieredStore([FlakyStore(), FlakyStore()]) }.contains(.listsEntries))
    }

    @Test func `an answer is copied up without extending its life, and the copy is used`() throws {
        try inSimulation { simulation, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer])
            try await outer.inner.set(key(1), to: entry(1, keptFor: .seconds(100)), asOf: nil, in: context)
            try await simulation.sleep(for: .seconds(60))
            #expect(try await store.get(key(1), in: context).entry?.keptFor == .seconds(40))
            let calls = outer.callCount
            try await simulation.sleep(for: .seconds(30))
            #expect(try await store.get(key(1), in: context).entry?.age == .seconds(90))
            #expect(outer.callCount == calls)
            try await simulation.sleep(for: .seconds(11))
            #expect(try await store.number(key(1), context) == nil)
            #expect(store.tierStatistics.map(\.hits) == [1, 1])
            #expect(store.tierStatistics.map(\.copies) == [1, 0])
            #expect(store.tierStatistics.map(\.misses) == [2, 1])
        }
    }

    @Test func `several keys ask each tier once for what the tiers before it do not have`() throws {
        try inSimulation { _, context in
            let (inner, outer) = (MemoryStore(), FlakyStore())
            let store = TieredStore([inner, outer])
            try await inner.set(key(1), to: entry(1), asOf: nil, in: context)
            for number in 2...3 { try await outer.inner.set(key(number), to: entry(number), asOf: nil, in: context) }
            let found = try await store.get([key(3), key(1), key(9), key(2)], in: context)
            #expect(found.map { $0.entry?.bytes.first } == [3, 1, nil, 2])
            #expect(store.tierStatistics.map(\.hits) == [1, 2])
            #expect(try await inner.number(key(3), context) == 3)
            #expect(try await store.get([], in: context).isEmpty)
        }
    }

    @Test func `a tier that is down is skipped, counted and left alone for a while`() throws {
        try inSimulation { simulation, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer])
            outer.become(.down)
            for _ in 0..<5 { #expect(try await store.number(key(1), context) == nil) }
            #expect(outer.callCount == 1)
            #expect(store.tierStatistics[1].failures == 1 && store.tierStatistics[1].skipped == 4)
            try await store.set(key(2), to: entry(2), asOf: nil, in: context)
            #expect(try await store.number(key(2), context) == 2)
            outer.become(.up)
            try await simulation.sleep(for: .seconds(1))
            _ = try await store.get(key(3), in: context)
            #expect(outer.callCount == 2)
        }
    }

    @Test func `a dead tier delays no request by more than its time limit, and then none`() throws {
        try inSimulation { simulation, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer])
            outer.become(.slow(.seconds(3_600)))
            let start = simulation.now
            for number in 0..<20 {
                let found = try await store.number(key(number), context)
                #expect(found == nil)
            }
            #expect(simulation.now - start == .milliseconds(50))
            #expect(store.tierStatistics[1].failures == 1 && store.tierStatistics[1].skipped == 19)
        }
    }

    @Test func `a look-up and a write fail only when every tier fails`() throws {
        try inSimulation { _, context in
            let stores = [FlakyStore(), FlakyStore()]
            let store = TieredStore(stores, policy: TieredStorePolicy(restAfterFailure: .zero))
            stores[0].become(.down)
            try await store.set(key(1), to: entry(1), asOf: nil, in: context)
            #expect(try await store.number(key(1), context) == 1)
            stores[1].become(.down)
            await #expect(throws: StoreError.self) { try await store.get(key(2), in: context) }
            await #expect(throws: StoreError.self) { try await store.set(key(1), to: entry(1), asOf: nil, in: context) }
        }
    }

    @Test func `a tier that rests makes a look-up fail only where no other answers`() throws {
        try inSimulation { _, context in
            let only = FlakyStore()
            let store = TieredStore([only])
            only.become(.down)
            for _ in 0..<2 {
                let error = await #expect(throws: StoreError.self) { try await store.get(key(1), in: context) }
                #expect(error?.kind == .unavailable)
            }
            #expect(only.callCount == 1)
        }
    }

    @Test func `a cancelled look-up is no failure of a tier`() throws {
        try inSimulation { simulation, context in
            let outer = FlakyStore()
            let store = TieredStore([MemoryStore(), outer])
            outer.become(.slow(.milliseconds(40)))
            let lookup = Task(executorPreference: simulation) { try await store.get(key(1), in: context) }
            try await simulation.sleep(for: .milliseconds(10))
            lookup.cancel()
            await #expect(throws: CancellationError.self) { try await lookup.value }
            #expect(simulation.now.sinceOrigin == .milliseconds(10))
            #expect(store.tierStatistics[1].failures == 0)
        }
    }

    @Test func `a last tier that cannot list its entries is no tier to list`() throws {
        try inSimulation { _, context in
            let store = TieredStore([MemoryStore(), FlakyStore()])
            let error = await #expect(throws: StoreError.self) {
                try await store.entries(in: "n", after: nil, limit: 9, in: context)
            }
            #expect(error?.kind == .notSupported)
        }
    }

    @Test func `listings come from the last tier`() throws {
        try inSimulation { _, context in
            let (first, second) = (MemoryStore(), MemoryStore())
            let store = TieredStore([first, second])
            try await second.set(key(1), to: entry(1, namespace: "n"), asOf: nil, in: context)
            let page = try await store.entries(in: "n", after: nil, limit: 9, in: context)
            #expect(page.items.map(\.digest) == [key(1).digest])
            try await store.set(key(2), to: entry(2, namespace: "n"), asOf: nil, in: context)
            let changes = try await store.changes(in: "n", since: page.cursor, limit: 9, in: context)
            #expect(changes.items.map(\.digest) == [key(2).digest])
            let error = await #expect(throws: StoreError.self) {
                try await store.changes(in: "n", since: StoreCursor(bytes: [9]), limit: 9, in: context)
            }
            #expect(error?.kind == .cursorExpired)
        }
    }

    @Test func `reports the problems of its policy and of its tiers`() {
        let tiers = [MemoryStore(MemoryStorePolicy(maximumEntries: 0)), MemoryStore()]
        let policy = TieredStorePolicy(timeLimit: .zero, restAfterFailure: .seconds(-1))
        #expect(TieredStore(tiers, policy: policy).configurationProblems.count == 3)
        #expect(TieredStore([]).configurationProblems == ["TieredStore has no tier"])
        #expect(TieredStore([MemoryStore()]).configurationProblems.isEmpty)
    }

    @Test func `answers at once only if every tier does`() {
        #expect(TieredStore([MemoryStore(), MemoryStore()]).answersAtOnce)
        #expect(!TieredStore([MemoryStore(), FlakyStore()]).answersAtOnce)
    }
}

/// Runs a test in virtual time, with the context of a call.
func inSimulation(_ body: @escaping @Sendable (Simulation, StoreContext) async throws -> Void) throws {
    let simulation = Simulation(seed: 1)
    let context = StoreContext(runtime: simulation.runtime)
    try simulation.run { try await body(simulation, context) }
}
