import Foundation
import LadderCore

/// Keeps each answer in a file that is named after its key, and the invalidations in one more file.
final class DirectoryStore: CacheStore {
    private struct File: Codable {
        var bytes: Data, groups: [CacheGroup], namespace: String, epoch: UInt64
        /// When the answer was written and until when it is fresh and kept, in nanoseconds since 1970.
        var times: [Int64?]
    }

    private struct Invalidations: Codable {
        var latest: UInt64 = 0, oldestValid: UInt64 = 0, groups: [CacheGroup: UInt64] = [:]

        func allow(_ file: File) -> Bool {
            file.epoch >= oldestValid && file.groups.allSatisfy { (groups[$0] ?? 0) <= file.epoch }
        }
    }

    private let directory: URL, maximumEntries: Int
    private let invalidations: Locked<Invalidations>

    init(_ directory: URL, maximumEntries: Int = 10_000) throws {
        (self.directory, self.maximumEntries) = (directory, maximumEntries)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let saved = try? Data(contentsOf: directory.appendingPathComponent("invalidations"))
        invalidations = Locked(try saved.map { try JSONDecoder().decode(Invalidations.self, from: $0) } ?? .init())
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        let now = (context.runtime ?? .live).wallNow
        return invalidations.withLock { invalidations in
            var lookup = StoreLookup(epoch: StoreEpoch(invalidations.latest))
            let data = try? Data(contentsOf: directory.appendingPathComponent("\(key.digest)"))
            guard let file = data.flatMap({ try? JSONDecoder().decode(File.self, from: $0) }), invalidations.allow(file)
            else { return lookup }
            let left = file.times.map { $0.map { WallTime(nanosecondsSince1970: $0) - now } }
            if let keptFor = left[2], keptFor <= .zero { return lookup }
            lookup.entry = StoredEntry(
                bytes: Array(file.bytes), age: .zero - (left[0] ?? .zero), freshFor: left[1], keptFor: left[2],
                groups: file.groups, namespace: file.namespace)
            return lookup
        }
    }

    func set(_ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext) async throws {
        let now = (context.runtime ?? .live).wallNow
        let times: [Duration?] = [.zero - entry.age, entry.freshFor, entry.keptFor]
        try invalidations.withLock { invalidations in
            let file = File(
                bytes: Data(entry.bytes), groups: entry.groups, namespace: entry.namespace,
                epoch: min(epoch?.number ?? invalidations.latest, invalidations.latest),
                times: times.map { $0.map { (now + $0).nanosecondsSince1970 } })
            if invalidations.allow(file) { try write(file, to: "\(key.digest)") }
        }
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        invalidations.withLock { _ in
            try? FileManager.default.removeItem(at: directory.appendingPathComponent("\(key.digest)"))
        }
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try invalidations.withLock { invalidations in
            invalidations.latest += 1
            invalidations.groups[group] = invalidations.latest
            // So many groups are replaced by an invalidation of everything: more than asked for, never less.
            if group == .all || invalidations.groups.count > 1_000 {
                invalidations = Invalidations(latest: invalidations.latest, oldestValid: invalidations.latest)
            }
            try write(invalidations, to: "invalidations")
        }
    }

    /// Writes a file. When there are too many, a tenth of them goes first, whichever.
    private func write(_ value: some Encodable, to name: String) throws {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            for old in names.shuffled().prefix(names.count < maximumEntries ? 0 : maximumEntries / 10 + 1)
            where old != "invalidations" {
                try FileManager.default.removeItem(at: directory.appendingPathComponent(old))
            }
            try JSONEncoder().encode(value).write(to: directory.appendingPathComponent(name), options: .atomic)
        } catch {
            throw StoreError(.unavailable, message: "the directory cannot be written")
        }
    }
}
