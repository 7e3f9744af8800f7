import Foundation
import LadderCore
import LadderExactCache
import LadderSQLite
import LadderSealing
import LadderTesting
import Testing

@Suite struct SealedSQLiteTests {
    private static func freshPath() throws -> String {
        let directory = FileManager.default.temporaryDirectory.appending(path: "ladder-sealing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.appending(path: "answers.sqlite3").path
    }

    @Test func `it keeps the contract of a store over one on disk`() async throws {
        let skipped = try await checkStore(advancing: nil) {
            try Examples.store(over: SQLiteStore(SQLiteStorePolicy(path: Self.freshPath())))
        }
        #expect(Set(skipped) == [.isBounded, .keepsTimes, .renewsTimes, .neverExtendsLife])
    }

    @Test func `the file shows neither question, answer, tenant, tag nor model`() async throws {
        let words = ["zanzibar", "marzipan", "tenant-quokka", "tagname-okapi", "tagvalue-numbat", "model-axolotl"]
        let path = try Self.freshPath()
        // The same writes without sealing show that the search finds what is there.
        let plain = try await Self.bytes(
            afterCallsWith: words, store: SQLiteStore(SQLiteStorePolicy(path: path)), at: path)
        #expect(words.dropFirst().allSatisfy { plain.contains(Array($0.utf8)) })

        let sealedPath = try Self.freshPath()
        let store = try Examples.store(over: SQLiteStore(SQLiteStorePolicy(path: sealedPath)))
        let sealed = try await Self.bytes(afterCallsWith: words, store: store, at: sealedPath)
        for word in words { #expect(!sealed.contains(Array(word.utf8)), "\(word)") }
        let request = ChatRequest(words[0], model: words[5])
        let digest = CacheKey(of: request, scope: CallScope(tenant: words[2]), namespace: "answers").digest
        #expect(plain.contains(digest.bytes) && !sealed.contains(digest.bytes))
        #expect(sealed.count > 4_096)
    }

    /// Returns the bytes of all files beside a path after some writes, an invalidation and a removal.
    private static func bytes(
        afterCallsWith words: [String], store: any CacheStore, at path: String
    ) async throws -> [UInt8] {
        let context = StoreContext(runtime: .live)
        let scope = CallScope(tenant: words[2], tags: [words[3]: words[4]])
        let groups: [CacheGroup] = [.tenant(words[2]), .tag(name: words[3], value: words[4]), .model(words[5])]
        for question in [words[0], "another", "a third"] {
            let key = CacheKey(of: ChatRequest(question, model: words[5]), scope: scope, namespace: "answers")
            let entry = StoredEntry(bytes: Array("\(words[0]): \(words[1])".utf8), groups: groups, namespace: "answers")
            try await store.set(key, to: entry, asOf: nil, in: context)
            if question == "a third" { try await store.remove(key, in: context) }
        }
        try await store.invalidate(.tag(name: words[3], value: words[4]), in: context)
        var bytes: [UInt8] = []
        // Before it is closed, with the log of writes, and after.
        bytes += try Self.files(beside: path)
        await store.close()
        bytes += try Self.files(beside: path)
        return bytes
    }

    private static func files(beside path: String) throws -> [UInt8] {
        let directory = URL(filePath: path).deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .flatMap { [UInt8](try Data(contentsOf: $0)) }
    }
}
