import Foundation
import LadderCore
import LadderTesting
import Testing

/// The store of the page Writing a store.
@Suite struct DirectoryStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ladder-\(UUID())")

    @Test func `the store of the page keeps the contract`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let folder = folder
        let skipped = try checkStore(seeds: 1..<3, maximumEntries: 100) {
            try DirectoryStore(folder.appendingPathComponent("\(UUID())"), maximumEntries: 100)
        }
        #expect(skipped == [.listsEntries])
    }

    @Test func `entries and invalidations survive a restart`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let context = StoreContext(runtime: .live)
        let first = try DirectoryStore(folder)
        for number in 1...2 {
            let groups = [CacheGroup.tenant("t\(number)")]
            try await first.set(key(number), to: entry(number, groups: groups), asOf: nil, in: context)
        }
        try await first.invalidate(.tenant("t1"), in: context)
        let second = try DirectoryStore(folder)
        #expect(try await second.number(key(1), context) == nil)
        #expect(try await second.number(key(2), context) == 2)
    }

    @Test func `the page shows this store`() throws {
        let here = URL(fileURLWithPath: #filePath)
        let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("Docs/Guides/WritingAStore.md"), encoding: .utf8)
        let code = try String(
            contentsOf: here.deletingLastPathComponent().appendingPathComponent("DirectoryStore.swift"), encoding: .utf8
        )
        let type = try #require(code.range(of: "/// Keeps each answer")).lowerBound
        #expect(page.contains(code[type...]))
    }
}
