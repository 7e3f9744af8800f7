import LadderCore
import LadderTesting

/// A store over a dictionary that keeps its contract, unless it has a flaw.
final class BrokenStore: CacheStore {
    enum Flaw: String, Sendable, CaseIterable {
        case ignoresSecondWrites, mixesKeys, reordersLookups
        case dropsTrailingZeros, readsBytesAsText, forgetsNamespaces
        case keepsForEver, returnsTimesAsWritten, losesEndlessTimes, keepsOldExpiry
        case ignoresModels, ignoresAll, neverGrowsEpoch, takesEveryTenant, joinsGroupNames
        case ignoresEpochs, letsOldAnswersReplaceNewOnes
        case keepsRemovedEntries, isUnbounded
        case listsInvalidEntries, listsFirstPageAgain, forgetsRemovalsInChanges
        case losesConcurrentWrites, ignoresCancellation, throwsOddErrors, leavesWorkBehind

        var rule: ConformanceRule {
            switch self {
            case .ignoresSecondWrites, .mixesKeys, .reordersLookups: .returnsLastWrite
            case .dropsTrailingZeros, .readsBytesAsText, .forgetsNamespaces: .keepsBytes
            case .keepsForEver, .losesEndlessTimes: .keepsTimes
            case .returnsTimesAsWritten: .neverExtendsLife
            case .keepsOldExpiry: .renewsTimes
            case .ignoresModels, .ignoresAll, .neverGrowsEpoch: .invalidatesGroups
            case .takesEveryTenant, .joinsGroupNames: .keepsOtherGroups
            case .ignoresEpochs, .letsOldAnswersReplaceNewOnes: .refusesOldAnswers
            case .keepsRemovedEntries: .removes
            case .isUnbounded: .isBounded
            case .listsInvalidEntries, .listsFirstPageAgain, .forgetsRemovalsInChanges: .listsEntries
            case .losesConcurrentWrites: .worksConcurrently
            case .ignoresCancellation: .passesCancellation
            case .throwsOddErrors: .throwsStoreErrors
            case .leavesWorkBehind: .leavesNothingBehind
            }
        }
    }

    private struct Row {
        var entry: StoredEntry
        var written: Instant
        var epoch: UInt64
        var digest: SHA256Digest
        var number: UInt64
    }

    private struct State {
        var rows: [CacheKey: Row] = [:]
        var invalidated: [String: UInt64] = [:]
        var epoch: UInt64 = 0
        var number: UInt64 = 0
        var removed: [(digest: SHA256Digest, namespace: String, number: UInt64)] = []
    }

    private struct Odd: Error {}

    private let flaw: Flaw?
    private let state = Locked(State())

    init(_ flaw: Flaw?) { self.flaw = flaw }

    private func has(_ flaw: Flaw) -> Bool { self.flaw == flaw }

    private func name(of group: CacheGroup) -> String {
        if has(.joinsGroupNames) {
            switch group {
            case .all: return "all"
            case .tenant(let name): return "tenant:\(name)"
            case .model(let name): return "model:\(name)"
            case .tag(let name, let value): return "tag:\(name):\(value)"
            }
        }
        return "\(group)"
    }

    private func stored(_ key: CacheKey) -> CacheKey {
        guard has(.mixesKeys) else { return key }
        return CacheKey(of: ChatRequest("one for all", model: "m"), scope: CallScope())
    }

    private func begin(_ context: StoreContext) async throws {
        if has(.throwsOddErrors) { throw Odd() }
        guard let runtime = context.runtime else { return }
        if has(.leavesWorkBehind) {
            runtime.spawn("forgotten") { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }
        }
        if has(.ignoresCancellation) {
            await withCheckedContinuation { done in
                runtime.spawn("slow") {
                    try? await runtime.sleep(for: .seconds(2))
                    done.resume()
                }
            }
        }
    }

    // MARK: Entries

    private func entry(of row: Row, at now: Instant, in state: State) -> StoredEntry? {
        let passed = now - row.written
        if let kept = row.entry.keptFor, passed >= kept, !has(.keepsForEver) { return nil }
        let groups = row.entry.groups.filter { group in
            if case .model = group { return !has(.ignoresModels) }
            return true
        }
        let names = groups.map { name(of: $0) } + (has(.ignoresAll) ? [] : [name(of: .all)])
        if names.contains(where: { (state.invalidated[$0] ?? 0) > row.epoch }) { return nil }
        var entry = row.entry
        if has(.returnsTimesAsWritten) { return entry }
        entry.age += passed
        entry.freshFor = entry.freshFor.map { $0 - passed }
        entry.keptFor = entry.keptFor.map { $0 - passed }
        if has(.losesEndlessTimes), entry.keptFor == nil { entry.keptFor = .seconds(60) }
        return entry
    }

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await begin(context)
        return lookup(key, context)
    }

    private func lookup(_ key: CacheKey, _ context: StoreContext) -> StoreLookup {
        let now = (context.runtime ?? .live).now
        return state.withLock { state in
            let entry = state.rows[stored(key)].flatMap { self.entry(of: $0, at: now, in: state) }
            return StoreLookup(entry: entry, epoch: StoreEpoch(has(.neverGrowsEpoch) ? 0 : state.epoch))
        }
    }

    func get(_ keys: [CacheKey], in context: StoreContext) async throws -> [StoreLookup] {
        try await begin(context)
        let found = keys.map { lookup($0, context) }
        return has(.reordersLookups) ? found.reversed() : found
    }

    func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        try await begin(context)
        let rows = state.withLock { $0.rows }
        if has(.losesConcurrentWrites) { try await context.runtime?.sleep(for: .milliseconds(1)) }
        let now = (context.runtime ?? .live).now
        state.withLock { state in
            if has(.losesConcurrentWrites) { state.rows = rows }
            let old = state.rows[stored(key)]
            if has(.ignoresSecondWrites), old != nil { return }
            var entry = entry
            if has(.dropsTrailingZeros) { while entry.bytes.last == 0 { entry.bytes.removeLast() } }
            if has(.readsBytesAsText) { entry.bytes = Array(String(decoding: entry.bytes, as: UTF8.self).utf8) }
            if has(.forgetsNamespaces) { entry.namespace = "" }
            var row = Row(entry: entry, written: now, epoch: state.epoch, digest: key.digest, number: state.number + 1)
            if let epoch, !has(.ignoresEpochs) { row.epoch = min(epoch.number, state.epoch) }
            if let old, has(.keepsOldExpiry) {
                row.written = old.written
                row.entry.keptFor = old.entry.keptFor
            }
            if has(.letsOldAnswersReplaceNewOnes), old != nil { row.epoch = state.epoch }
            state.number += 1
            state.rows[stored(key)] = row
            if state.rows.count > 200, !has(.isUnbounded) {
                if let oldest = state.rows.min(by: { $0.value.number < $1.value.number }) {
                    state.rows[oldest.key] = nil
                }
            }
        }
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        try await begin(context)
        if has(.keepsRemovedEntries) { return }
        state.withLock { state in
            guard let row = state.rows.removeValue(forKey: stored(key)) else { return }
            state.number += 1
            if !has(.forgetsRemovalsInChanges) {
                state.removed.append((row.digest, row.entry.namespace, state.number))
            }
        }
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await begin(context)
        state.withLock { state in
            state.epoch += 1
            if case .tenant = group, has(.takesEveryTenant) {
                state.invalidated[name(of: .all)] = state.epoch
            } else {
                state.invalidated[name(of: group)] = state.epoch
            }
        }
    }

    // MARK: Listings, in the order of writing

    func entries(
        in namespace: String, after cursor: StoreCursor?, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        page(in: namespace, after: cursor, limit: limit, context) { row, now, state in
            self.has(.listsInvalidEntries) ? row.entry : self.entry(of: row, at: now, in: state)
        }
    }

    func changes(
        in namespace: String, since cursor: StoreCursor, limit: Int, in context: StoreContext
    ) async throws -> StorePage {
        var page = page(in: namespace, after: cursor, limit: limit, context) { self.entry(of: $0, at: $1, in: $2) }
        let first = number(cursor)
        state.withLock { state in
            let removed = state.removed.filter { $0.namespace == namespace && $0.number > first }
            page.items += removed.map { StorePage.Item(digest: $0.digest, entry: nil) }
            if !page.hasMore { page.cursor = self.cursor(state.number) }
        }
        return page
    }

    private func page(
        in namespace: String, after cursor: StoreCursor?, limit: Int, _ context: StoreContext,
        _ entry: (Row, Instant, State) -> StoredEntry?
    ) -> StorePage {
        let now = (context.runtime ?? .live).now
        let first = has(.listsFirstPageAgain) ? 0 : cursor.map(number) ?? 0
        return state.withLock { state in
            let rows = state.rows.values.sorted { $0.number < $1.number }
                .filter { $0.entry.namespace == namespace && $0.number > first }
            let listed = rows.prefix(limit)
            let items = listed.compactMap { row in
                entry(row, now, state).map { StorePage.Item(digest: row.digest, entry: $0) }
            }
            let isEnd = listed.count == rows.count
            let last = isEnd ? state.number : listed.last?.number ?? state.number
            return StorePage(items: items, cursor: self.cursor(last), hasMore: !isEnd)
        }
    }

    private func number(_ cursor: StoreCursor) -> UInt64 {
        cursor.bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func cursor(_ number: UInt64) -> StoreCursor {
        StoreCursor(bytes: stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) })
    }
}

/// A store that does only what every store must.
struct PlainStore: CacheStore {
    private let inner = BrokenStore(nil)

    func get(_ key: CacheKey, in context: StoreContext) async throws -> StoreLookup {
        try await inner.get(key, in: context)
    }

    func set(
        _ key: CacheKey, to entry: StoredEntry, asOf epoch: StoreEpoch?, in context: StoreContext
    ) async throws {
        try await inner.set(key, to: entry, asOf: epoch, in: context)
    }

    func remove(_ key: CacheKey, in context: StoreContext) async throws {
        try await inner.remove(key, in: context)
    }

    func invalidate(_ group: CacheGroup, in context: StoreContext) async throws {
        try await inner.invalidate(group, in: context)
    }
}
