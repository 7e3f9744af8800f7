import Foundation
import LadderCore
import Testing

@testable import LadderSQLite

/// Fills a file system of 6 MiB that only the superuser can mount.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["LADDER_LONG_TESTS"] != nil && geteuid() == 0 && isLinux,
        "needs LADDER_LONG_TESTS=1 and the right to mount a small file system"))
struct SQLiteFullDiskTests {
    @Test func `a full disk loses no acknowledged entry, and writes go on when there is room again`() async throws {
        let fixture = try StoreFixture()
        try run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", fixture.directory)
        defer { try? run("umount", fixture.directory) }
        let filler = URL(filePath: fixture.directory + "/filler")
        try Data(count: 2 << 20).write(to: filler)
        let events = EventList()
        let store = try fixture.store(onEvent: events.add)
        var written = 0
        let error = await #expect(throws: StoreError.self) {
            for number in 0..<10_000 {
                try await store.set(
                    StoreFixture.key(number), to: StoreFixture.entry(number), asOf: nil, in: StoreContext())
                written += 1
            }
        }
        #expect(error?.kind == .full && written > 100)
        try await checkEntries(0..<written, in: store)
        try FileManager.default.removeItem(at: filler)
        try await store.set(
            StoreFixture.key(written), to: StoreFixture.entry(written), asOf: nil, in: StoreContext())
        try await checkEntries(0..<written + 1, in: store)
        await store.close()
        #expect(events.events.count == 1)
        #expect(try fixture.integrity() == "ok")
        print("full disk: \(written) acknowledged entries, none lost")
    }

    private func checkEntries(_ numbers: Range<Int>, in store: SQLiteStore) async throws {
        for number in numbers {
            let entry = try await store.get(StoreFixture.key(number), in: StoreContext()).entry
            #expect(entry?.bytes == StoreFixture.entry(number).bytes, "\(number)")
        }
    }

    private func run(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

private let isLinux: Bool = {
    #if os(Linux)
    true
    #else
    false
    #endif
}()
