import Dispatch
import LadderCore
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLiteWriteBehindTests {
    @Test func `a store that writes behind keeps the contract of a store`() async throws {
        let clock = WallClock(isStopped: true)
        let skipped = try await checkStore(advancing: { clock.advance(by: $0) }) {
            try StoreFixture().store(writesBehind: true, clock: clock)
        }
        #expect(skipped == [.isBounded])
    }

    @Test func `an entry that waits behind a slow write is found, and invalidated with its group`() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.store(writesBehind: true)
        let key = StoreFixture.key(1)
        var entry = StoreFixture.entry(1)
        entry.groups = [.tenant("acme")]
        let epoch = try await store.get(key, in: StoreContext()).epoch
        let gate = store.holdWriter()
        defer { gate.signal() }
        try await store.set(key, to: entry, asOf: epoch, in: StoreContext())
        #expect(try await store.get(key, in: StoreContext()).entry?.bytes == entry.bytes)
        // Another process invalidates the group before the entry is written.
        let other = try fixture.store()
        try await other.invalidate(.tenant("acme"), in: StoreContext())
        #expect(try await store.get(key, in: StoreContext()).entry == nil)
        gate.signal()
        try await store.flush()
        #expect(try await store.get(key, in: StoreContext()).entry == nil)
    }

    @Test func `closing writes what was queued`() async throws {
        let fixture = try StoreFixture()
        let first = try fixture.store(writesBehind: true)
        let epoch = try await first.get(StoreFixture.key(0), in: StoreContext()).epoch
        for number in 0..<500 {
            try await first.set(
                StoreFixture.key(number), to: StoreFixture.entry(number), asOf: epoch, in: StoreContext())
        }
        await first.close()
        let second = try fixture.store()
        let found = try await second.get((0..<500).map(StoreFixture.key), in: StoreContext())
        #expect(found.map(\.entry?.bytes) == (0..<500).map { StoreFixture.entry($0).bytes })
    }

    @Test func `when too many writes wait, the next one waits for the file`() async throws {
        let fixture = try StoreFixture()
        let store = try SQLiteStore(SQLiteStorePolicy(path: fixture.path, maximumWaitingWrites: 1))
        let epoch = try await store.get(StoreFixture.key(0), in: StoreContext()).epoch
        let gate = store.holdWriter()
        defer { gate.signal() }
        try await store.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: epoch, in: StoreContext())
        async let second: Void = store.set(
            StoreFixture.key(2), to: StoreFixture.entry(2), asOf: epoch, in: StoreContext())
        gate.signal()
        try await second
        #expect(try fixture.connection().integer("SELECT count(*) FROM slot") == 2)
    }

    @Test func `an entry that could not be written is gone, and the event has the number`() async throws {
        let fixture = try StoreFixture()
        let events = EventList()
        let store = try fixture.store(writesBehind: true, onEvent: events.add)
        let epoch = try await store.get(StoreFixture.key(1), in: StoreContext()).epoch
        try await store.writer.read { table throws(StoreError) in
            try table.connection.execute("PRAGMA query_only = ON")
        }
        try await store.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: epoch, in: StoreContext())
        await #expect(throws: StoreError.self) { try await store.remove(StoreFixture.key(2), in: StoreContext()) }
        #expect(try await store.get(StoreFixture.key(1), in: StoreContext()).entry == nil)
        await store.close()
        guard case .writesFailed(let count, let error)? = events.events.first else {
            Issue.record("the events are \(events.events)")
            return
        }
        #expect(count >= 1 && error.kind == .readOnly)
    }

    @Test func `a paused store lets go of its file, and goes on after it`() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.store(writesBehind: true)
        let key = StoreFixture.key(1)
        let epoch = try await store.get(key, in: StoreContext()).epoch
        try await store.set(key, to: StoreFixture.entry(1), asOf: epoch, in: StoreContext())
        await store.pause()
        #expect(!DiskFile(path: fixture.path + "-wal").exists)
        let error = await #expect(throws: StoreError.self) { try await store.get(key, in: StoreContext()) }
        #expect(error?.kind == .unavailable)
        await #expect(throws: StoreError.self) {
            try await store.set(key, to: StoreFixture.entry(2), asOf: epoch, in: StoreContext())
        }
        store.resume()
        #expect(try await store.get(key, in: StoreContext()).entry?.bytes == StoreFixture.entry(1).bytes)
        try await store.set(key, to: StoreFixture.entry(3), asOf: epoch, in: StoreContext())
        try await store.flush()
        #expect(try await store.get(key, in: StoreContext()).entry?.bytes == StoreFixture.entry(3).bytes)
    }

    @Test func `look-ups do not wait behind a write`() async throws {
        let store = try StoreFixture().store()
        try await store.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: nil, in: StoreContext())
        let gate = store.holdWriter()
        defer { gate.signal() }
        for _ in 0..<50 {
            #expect(try await store.get(StoreFixture.key(1), in: StoreContext()).entry != nil)
        }
    }
}

extension SQLiteStore {
    /// Keeps the thread that writes busy until the semaphore is signalled.
    fileprivate func holdWriter() -> DispatchSemaphore {
        let gate = DispatchSemaphore(value: 0)
        writer.add(TableJob(isWrite: false, run: { _ throws(StoreError) in gate.wait() }, end: { _ in }))
        return gate
    }
}
