import Foundation
import LadderCore
import LadderExactCache
import LadderTesting
import Testing

@testable import LadderSQLite

@Suite struct SQLiteDamageTests {
    @Test(arguments: [0, 16, 100])
    func `a smashed header is reported, and the store goes on with an empty file`(offset: Int) async throws {
        let fixture = try StoreFixture()
        let first = try fixture.store()
        try await first.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: nil, in: StoreContext())
        await first.close()
        try fixture.smash(from: offset, count: 64)
        let events = EventList()
        let second = try fixture.store(onEvent: events.add)
        _ = try await second.get(StoreFixture.key(1), in: StoreContext())
        try await second.set(StoreFixture.key(2), to: StoreFixture.entry(2), asOf: nil, in: StoreContext())
        #expect(
            try await second.get(StoreFixture.key(2), in: StoreContext()).entry?.bytes == StoreFixture.entry(2).bytes)
        await second.close()
        guard case .leftFileAside(let path, let reason)? = events.events.first, events.events.count == 1 else {
            Issue.record("the events are \(events.events)")
            return
        }
        #expect(path.hasSuffix("/answers.sqlite3") && reason.contains("SQLite"))
        // The next process goes on with the same file and reports nothing.
        let third = try fixture.store(onEvent: events.add)
        #expect(
            try await third.get(StoreFixture.key(2), in: StoreContext()).entry?.bytes == StoreFixture.entry(2).bytes)
        #expect(events.events.count == 1)
    }

    @Test func `a file that is damaged under a running pipeline costs misses, and no call`() async throws {
        let fixture = try StoreFixture()
        let events = EventList()
        let store = try fixture.store(writesBehind: true, onEvent: events.add)
        let model = ScriptedModel("m", .reply(String(repeating: "word ", count: 800)))
        let pipeline = try Pipeline(model: model) { ExactCache(SQLitePipelineTests.patient, store: store) }
        // More than the readers keep in memory.
        for number in 0..<700 { _ = try await pipeline.respond(to: "question \(number)") }
        try await store.flush()
        // An empty log, so that look-ups read the file itself.
        _ = try fixture.connection().integer("PRAGMA wal_checkpoint(TRUNCATE)")
        try fixture.smash(from: 8_192)
        for number in 0..<700 { _ = try await pipeline.respond(to: "question \(number)") }
        try await store.flush()
        #expect(events.events.contains { if case .leftFileAside = $0 { true } else { false } })
        let calls = model.attempts.count
        #expect(calls > 700)
        #expect(try await pipeline.respond(to: "question 699").fallbackLevel == .exactCache)
        #expect(model.attempts.count == calls)
    }

    @Test func `a store that another process has moved on from moves on as well`() async throws {
        let fixture = try StoreFixture()
        let (first, second) = (try fixture.store(), try fixture.store())
        try await first.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: nil, in: StoreContext())
        let epoch = try await first.get(StoreFixture.key(1), in: StoreContext()).epoch
        _ = try await second.get(StoreFixture.key(1), in: StoreContext())
        #expect(DiskFile(path: fixture.path + ".damaged").create(with: "a test"))
        try await first.set(StoreFixture.key(2), to: StoreFixture.entry(2), asOf: nil, in: StoreContext())
        let found = try await second.get([1, 2].map(StoreFixture.key), in: StoreContext())
        #expect(found.map(\.entry?.bytes) == [nil, StoreFixture.entry(2).bytes])
        // An answer that was begun with the file before could have been invalidated in it.
        try await first.set(StoreFixture.key(3), to: StoreFixture.entry(3), asOf: epoch, in: StoreContext())
        #expect(try await second.get(StoreFixture.key(3), in: StoreContext()).entry == nil)
    }

    @Test func `of the damaged files the newest is kept, and the others for a week`() async throws {
        let fixture = try StoreFixture()
        let clock = WallClock(isStopped: true)
        var files = [fixture.path]
        for number in 1...3 {
            let store = try fixture.store(clock: clock)
            try await store.set(StoreFixture.key(1), to: StoreFixture.entry(1), asOf: nil, in: StoreContext())
            await store.close()
            #expect(DiskFile(path: files[number - 1] + ".damaged").create())
            files.append("\(fixture.path)-\(number + 1)")
        }
        #expect(files.prefix(3).allSatisfy { DiskFile(path: $0).exists })
        clock.advance(by: .seconds(8 * 24 * 3_600))
        let store = try fixture.store(clock: clock)
        #expect(files.map { DiskFile(path: $0).exists } == [false, false, true, true])
        #expect(DiskFile(path: fixture.path + ".damaged").exists)
        await store.close()
    }

    @Test func `a file of a newer version is refused, and not touched`() async throws {
        let fixture = try StoreFixture()
        await (try fixture.store()).close()
        try fixture.connection().execute("PRAGMA user_version = 99")
        let error = #expect(throws: StoreError.self) { try fixture.store() }
        #expect(error?.kind == .unavailable && error?.message.contains("form 99") == true)
        #expect(!DiskFile(path: fixture.path + ".damaged").exists)
    }

    @Test func `a symbolic link in place of the file is refused, one in place of a directory is followed`() throws {
        let fixture = try StoreFixture()
        let target = fixture.directory + "/elsewhere"
        try Data().write(to: URL(filePath: target))
        try FileManager.default.createSymbolicLink(atPath: fixture.path, withDestinationPath: target)
        let error = #expect(throws: StoreError.self) { try fixture.store() }
        #expect(error?.message.contains("symbolic link") == true)
        let link = fixture.directory + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fixture.directory)
        _ = try SQLiteStore(SQLiteStorePolicy(path: link + "/other.sqlite3"))
        #expect(DiskFile(path: fixture.directory + "/other.sqlite3").exists)
    }

    @Test func `a directory that does not exist is named`() throws {
        let error = #expect(throws: StoreError.self) {
            try SQLiteStore(SQLiteStorePolicy(path: "/nowhere/at/all/answers.sqlite3"))
        }
        #expect(error?.message.contains("/nowhere/at/all") == true)
    }
}
