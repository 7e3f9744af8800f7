import Foundation
import LadderCore
import Testing

@testable import LadderSQLite

@Suite(.serialized) struct SQLiteCrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["LADDER_LONG_TESTS"] == nil ? 5 : 50

    /// Checks that every entry whose number was printed is in the file, byte for byte. Returns their number.
    private func checkAcknowledged(_ lines: [Substring], in fixture: StoreFixture) async throws -> Int {
        let numbers = lines.compactMap { Int($0.dropFirst("wrote ".count)) }
        #expect(numbers.count == lines.count, "\(lines.first ?? "")")
        let events = EventList()
        let store = try fixture.store(onEvent: events.add)
        for start in stride(from: 0, to: numbers.count, by: 256) {
            let part = numbers[start..<min(start + 256, numbers.count)]
            let found = try await store.get(part.map(StoreFixture.key), in: StoreContext())
            for (number, lookup) in zip(part, found) where lookup.entry?.bytes != StoreFixture.entry(number).bytes {
                Issue.record("entry \(number) is lost or damaged")
            }
        }
        await store.close()
        #expect(events.events == [])
        #expect(try fixture.integrity() == "ok")
        return numbers.count
    }

    @Test func `a killed process loses no entry that it had acknowledged`() async throws {
        let fixture = try StoreFixture()
        var total = 0
        for round in 0..<Self.rounds {
            let process = try WriterProcess("write", fixture.path, "\(round * 1_000_000)")
            let lines = try process.killAndRead(after: .milliseconds(150 + 37 * (round % 10)))
            total += try await checkAcknowledged(lines, in: fixture)
        }
        #expect(total > 0)
        print("kill -9: \(Self.rounds) rounds, \(total) acknowledged entries, none lost")
    }

    @Test func `a process that is killed while it makes the file leaves one that can be used`() async throws {
        for round in 0..<Self.rounds {
            let fixture = try StoreFixture()
            let process = try WriterProcess("write", fixture.path)
            _ = try await checkAcknowledged(
                process.killAndRead(after: .milliseconds(3 + 4 * (round % 10))), in: fixture)
        }
    }

    @Test func `two processes that make one file at once both write to it`() async throws {
        for _ in 0..<max(1, Self.rounds / 5) {
            let fixture = try StoreFixture()
            let first = try WriterProcess("write", fixture.path, "0")
            let second = try WriterProcess("write", fixture.path, "100000000")
            async let other = second.killAndRead(after: .milliseconds(600))
            let lines = try await first.killAndRead(after: .milliseconds(600)) + other
            let total = try await checkAcknowledged(lines, in: fixture)
            print("two processes: \(total) acknowledged entries, none lost")
        }
    }

    @Test func `without the right to write, a store reads a file or says that it cannot`() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.store()
        try await store.set(StoreFixture.key(0), to: StoreFixture.entry(0), asOf: nil, in: StoreContext())
        // The writer is still open, so the log and its index are there for the readers.
        let files = FileManager.default
        for ending in ["", "-wal", "-shm"] {
            try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fixture.path + ending)
        }
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.directory)
        #expect(try WriterProcess("read-only", fixture.path).readToEnd() == ["read", "readOnly"])
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.directory)
        await store.close()
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fixture.directory)
        // SQLite cannot make the index of the log, without which it does not read.
        #expect(try WriterProcess("read-only", fixture.path).readToEnd() == ["readOnly"])
        #expect(try WriterProcess("read-only", fixture.directory + "/new.sqlite3").readToEnd() == ["unavailable"])
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fixture.directory)
    }
}
