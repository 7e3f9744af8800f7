import Foundation
import LadderCore

/// Keeps each answer in a file that is named after its key, and the invalidations in one more file.
final class DirectoryStore: CacheStore {
    private struct File: Codable {
        var bytes: Data
        var written, freshUntil, keptUntil: Int64?
        var groups: [CacheGroup]
        var namespace: String
        var epoch: UInt64
    }

    private struct State: Codable {
        var writes = 0
        var latest: UInt64 = 0
        var oldestValid: UInt64 = 0
        var groups: [CacheGroup: UInt64] = [:]

        func isValid(_ file: File) -> Bool {
            file.epoch >= oldestValid && file.groups.allSatisfy { (groups[$0] ?? 0) <= file.epoch }
        }
    }

    private let directory: URL
    private let maximumEntries: Int
    private let state: Locked<State>

    init(_ directory: URL, maximumEntries: Int = 10_000) throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        self.directory = directory
        self.maximumEntries = maximumEntries
        let saved = try? Data(contentsOf: directory.appendingPathComponent("invalidations"))
        state = Locked(try saved.map { try JSONDecoder().decode(State.self, from: $0) } ?? State())
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        let now = (context.runtime ?? .live).wallNow
        return state.withLock { state in
            var lookup = StoreLookup(epoch: StoreEpoch(state.latest))
            guard let data = try? Data(contentsOf: url(key)),
                let file = try? JSONDecoder().decode(File.self, from: data)
            else { return lookup }
            func left(_ end: Int64?) -> Duration? { end.map { WallTime(nanosecondsSince1970: $0) - now } }
            guard state.isValid(file), left(file.keptUntil).map({ $0 > .zero }) ?? true else { return lookup }
            lookup.entry = StoredEntry(
                bytes: Array(file.bytes), age: .zero - (left(file.written) ?? .zero), freshFor: left(file.freshUntil),
                keptFor: left(file.keptUntil), groups: file.groups, namespace: file.namespace)
            return lookup
        }
    }

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        let now = (context.runtime ?? .live).wallNow
        func end(_ duration: Duration?) -> Int64? { duration.map { (now + $0).nanosecondsSince1970 } }
        try state.withLock { state in
            let file = File(
                bytes: Data(entry.bytes), written: end(.zero - entry.age), freshUntil: end(entry.freshFor),
                keptUntil: end(entry.keptFor), groups: entry.groups, namespace: entry.namespace,
                epoch: min(epoch?.number ?? state.latest, state.latest))
            guard state.isValid(file) else { return }
            try write(file, to: url(key))
            state.writes += 1
            if state.writes % max(1, maximumEntries / 10) == 0 { removeOldest() }
        }
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        state.withLock { _ in try? FileManager.default.removeItem(at: url(key)) }
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try state.withLock { state in
            state.latest += 1
            state.groups[group] = state.latest
            if group == .all || state.groups.count > 1_000 { (state.oldestValid, state.groups) = (state.latest, [:]) }
            try write(state, to: directory.appendingPathComponent("invalidations"))
        }
    }

    private func url(_ key: CacheKey) -> URL { directory.appendingPathComponent("\(key.digest).entry") }

    private func write(_ value: some Encodable, to url: URL) throws {
        do {
            try JSONEncoder().encode(value).write(to: url, options: .atomic)
        } catch {
            throw StoreError(.unavailable, message: "a file could not be written")
        }
    }

    /// Leaves nine tenths of the entries that are allowed. There are no more than that until it is called again.
    private func removeOldest() {
        let dates: Set<URLResourceKey> = [.contentModificationDateKey]
        let files =
            (try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: Array(dates)))
        let entries = (files ?? []).filter { $0.pathExtension == "entry" }.map { url in
            (url: url, date: (try? url.resourceValues(forKeys: dates))?.contentModificationDate ?? .distantPast)
        }
        let surplus = entries.count - maximumEntries * 9 / 10
        for entry in entries.sorted(by: { $0.date < $1.date }).prefix(max(0, surplus)) {
            try? FileManager.default.removeItem(at: entry.url)
        }
    }
}
