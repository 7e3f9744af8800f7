import Foundation
import LadderCore
import Testing

@testable import LadderSQLite

@Suite struct SQLiteBoundTests {
    @Test func `many entries at once never reach the hard bound of the file`() async throws {
        let fixture = try StoreFixture()
        let events = EventList()
        let store = try fixture.store(maximumBytes: 1 << 20, onEvent: events.add)
        for size in [2_000, 40_000, 131_072] {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let entry = StoredEntry(bytes: [UInt8](repeating: 7, count: size))
                        try await store.set(StoreFixture.key(number), to: entry, asOf: nil, in: StoreContext())
                        _ = try await store.get(StoreFixture.key(number), in: StoreContext())
                    }
                }
                try await group.waitForAll()
            }
        }
        let statistics = try #require(store.statistics)
        #expect(statistics.bytes <= 1 << 20 && statistics.entries > 0 && statistics.evicted > 100)
        await store.close()
        let size = try FileManager.default.attributesOfItem(atPath: fixture.path)[.size] as? Int ?? 0
        #expect(size <= (1 << 20) * 11 / 10)
        #expect(events.events == [])
        #expect(try fixture.integrity() == "ok")
    }

    @Test func `a bound that was lowered is reached step by step`() async throws {
        let fixture = try StoreFixture()
        let large = try fixture.store(maximumBytes: 64 << 20)
        for number in 0..<4_000 {
            let entry = StoredEntry(bytes: [UInt8](repeating: 7, count: 1_500))
            try await large.set(StoreFixture.key(number), to: entry, asOf: nil, in: StoreContext())
        }
        await large.close()
        let small = try fixture.store(maximumBytes: 1 << 20)
        var before = try #require(small.statistics).entries
        #expect(before == 4_000)
        for number in 0..<8 {
            try await small.set(StoreFixture.key(number), to: StoreFixture.entry(number), asOf: nil, in: StoreContext())
            let after = try #require(small.statistics).entries
            #expect(before - after <= 1_024 + 64)
            before = after
        }
        #expect(try #require(small.statistics).bytes <= 1 << 20)
    }

    @Test(arguments: [true, false])
    func `an entry above an eighth of the store is too large, and the older one under its key is gone`(
        writesBehind: Bool
    ) async throws {
        let store = try StoreFixture().store(maximumBytes: 1 << 20, writesBehind: writesBehind)
        let key = StoreFixture.key(1)
        let epoch = try await store.get(key, in: StoreContext()).epoch
        try await store.set(key, to: StoreFixture.entry(1), asOf: epoch, in: StoreContext())
        let large = StoredEntry(bytes: [UInt8](repeating: 7, count: (1 << 17) + 1))
        let error = await #expect(throws: StoreError.self) {
            try await store.set(key, to: large, asOf: epoch, in: StoreContext())
        }
        #expect(error?.kind == .tooLarge)
        #expect(try await store.get(key, in: StoreContext()).entry == nil)
    }

    @Test func `a full disk fails writes with their own error and one event, and look-ups go on`() async throws {
        let fixture = try StoreFixture()
        let events = EventList()
        let store = try fixture.store(onEvent: events.add)
        for number in 0..<50 {
            try await store.set(StoreFixture.key(number), to: StoreFixture.entry(number), asOf: nil, in: StoreContext())
        }
        try await store.limitPages()
        let large = StoredEntry(bytes: [UInt8](repeating: 7, count: 1 << 20))
        for number in 100..<110 {
            let error = await #expect(throws: StoreError.self) {
                try await store.set(StoreFixture.key(number), to: large, asOf: nil, in: StoreContext())
            }
            #expect(error?.kind == .full)
        }
        for number in 0..<50 {
            let entry = try await store.get(StoreFixture.key(number), in: StoreContext()).entry
            #expect(entry?.bytes == StoreFixture.entry(number).bytes)
        }
        await store.close()
        #expect(events.events.count == 1)
        guard case .writesFailed(1, let error)? = events.events.first else {
            Issue.record("the events are \(events.events)")
            return
        }
        #expect(error.kind == .full)
    }

    @Test func `what is over and what was invalidated leaves the file without an eviction`() async throws {
        let clock = WallClock(isStopped: true)
        let fixture = try StoreFixture()
        let store = try fixture.store(clock: clock)
        func set(_ number: Int, keptFor: Duration? = nil, tenant: String = "acme") async throws {
            var entry = StoreFixture.entry(number)
            (entry.keptFor, entry.groups) = (keptFor, [.tenant(tenant)])
            try await store.set(StoreFixture.key(number), to: entry, asOf: nil, in: StoreContext())
        }
        for number in 0..<40 { try await set(number, keptFor: .seconds(3_600)) }
        for number in 40..<80 { try await set(number, tenant: "gone") }
        for number in 80..<120 { try await set(number) }
        #expect(store.statistics?.entries == 120)
        try await store.invalidate(.tenant("gone"), in: StoreContext())
        clock.advance(by: .seconds(7_200))
        for number in 120..<126 {
            try await set(number)
            clock.advance(by: .seconds(2))
        }
        let statistics = try #require(store.statistics)
        #expect(statistics.entries == 46 && statistics.evicted == 0)
        #expect(statistics.expired == 40 && statistics.invalidated == 40)
    }

    @Test func `when too many groups were invalidated, more entries become invalid and never fewer`() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.store()
        var entry = StoreFixture.entry(1)
        entry.groups = [.tenant("first")]
        let begun = try await store.get(StoreFixture.key(1), in: StoreContext()).epoch
        try await store.invalidate(.tenant("first"), in: StoreContext())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20_000 {
                group.addTask { try await store.invalidate(.tenant("\(number)"), in: StoreContext()) }
            }
            try await group.waitForAll()
        }
        try await store.set(StoreFixture.key(1), to: entry, asOf: begun, in: StoreContext())
        #expect(try await store.get(StoreFixture.key(1), in: StoreContext()).entry == nil)
        let latest = try await store.get(StoreFixture.key(1), in: StoreContext()).epoch
        try await store.set(StoreFixture.key(1), to: entry, asOf: latest, in: StoreContext())
        #expect(try await store.get(StoreFixture.key(1), in: StoreContext()).entry != nil)
        await store.close()
        let connection = try fixture.connection()
        #expect(try #require(try connection.integer("SELECT count(*) FROM invalidation")) < 16_384 + 256)
    }

    @Test func `entries that were read before the store was closed are kept by the next process`() async throws {
        let fixture = try StoreFixture()
        let first = try fixture.store(maximumBytes: 1 << 20)
        for number in 0..<20 {
            try await first.set(StoreFixture.key(number), to: StoreFixture.entry(number), asOf: nil, in: StoreContext())
        }
        _ = try await first.get(StoreFixture.key(3), in: StoreContext())
        await first.close()
        let second = try fixture.store(maximumBytes: 1 << 20)
        for number in 1_000..<1_700 {
            try await second.set(
                StoreFixture.key(number), to: StoreFixture.entry(number), asOf: nil, in: StoreContext())
        }
        #expect(try await second.get(StoreFixture.key(3), in: StoreContext()).entry != nil)
        #expect(try await second.get(StoreFixture.key(4), in: StoreContext()).entry == nil)
    }
}

extension SQLiteStore {
    /// Lets the file grow no more, as on a full disk.
    fileprivate func limitPages() async throws {
        try await writer.read { table throws(StoreError) in
            let pages = try table.connection.integer("PRAGMA page_count") ?? 0
            _ = try table.connection.integer("PRAGMA max_page_count = \(pages + 2)")
        }
    }
}
