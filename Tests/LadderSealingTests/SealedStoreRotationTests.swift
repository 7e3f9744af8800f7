import LadderCore
import LadderExactCache
import LadderSealing
import Testing

@Suite struct SealedStoreRotationTests {
    private let context = StoreContext(runtime: .live)
    private let inner = MemoryStore()

    /// A store of a process that uses one secret and perhaps knows another.
    private func store(_ current: UInt8, other: UInt8? = nil) throws -> SealedStore {
        SealedStore(
            inner,
            sealing: try AESGCMSealing(
                current: Examples.sealingKey("key \(current)", filledWith: current),
                previous: other.map { try Examples.sealingKey("key \($0)", filledWith: $0) }),
            digestKey: try Examples.digestKey(current), previousDigestKey: try other.map { try Examples.digestKey($0) })
    }

    private func text(_ store: SealedStore, _ key: CacheKey = Examples.key()) async throws -> String? {
        try await store.get(key, in: context).entry.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `an entry under the previous secrets is found, in a batch too`() async throws {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await old.set(Examples.key("a"), to: Examples.entry("A"), asOf: nil, in: context)
        try await new.set(Examples.key("b"), to: Examples.entry("B"), asOf: nil, in: context)
        #expect(try await text(new, Examples.key("a")) == "A")
        let found = try await new.get(["b", "c", "a"].map { Examples.key($0) }, in: context)
        #expect(found.map { $0.entry?.bytes } == [Array("B".utf8), nil, Array("A".utf8)])
        #expect(try await text(try store(2), Examples.key("a")) == nil)
    }

    @Test func `an older entry does not come back when the newer one is gone`() async throws {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await old.set(Examples.key(), to: Examples.entry("old"), asOf: nil, in: context)
        var short = Examples.entry("new")
        short.keptFor = .zero
        try await new.set(Examples.key(), to: short, asOf: nil, in: context)
        #expect(try await text(new) == nil)
    }

    @Test func `a removal reaches an entry under the previous secrets and is reported`() async throws {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await old.set(Examples.key(), to: Examples.entry("old"), asOf: nil, in: context)
        let page = try await new.entries(in: "answers", after: nil, limit: 10, in: context)
        #expect(page.items.map(\.digest) == [Examples.key().digest])
        try await new.remove(Examples.key(), in: context)
        #expect(try await text(new) == nil)
        #expect(try await text(old) == nil)
        let changes = try await new.changes(in: "answers", since: page.cursor, limit: 10, in: context)
        #expect(Set(changes.items) == [StorePage.Item(digest: Examples.key().digest, entry: nil)])
    }

    @Test func `an invalidation reaches the entries of both secrets`() async throws {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await old.set(Examples.key("a"), to: Examples.entry("A"), asOf: nil, in: context)
        try await new.set(Examples.key("b"), to: Examples.entry("B"), asOf: nil, in: context)
        try await new.invalidate(.tenant("acme"), in: context)
        #expect(try await text(new, Examples.key("a")) == nil)
        #expect(try await text(new, Examples.key("b")) == nil)
    }

    @Test func `an invalidation by a process without the new secret reaches entries of the new one`() async throws {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await new.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        try await old.invalidate(.tenant("acme"), in: context)
        #expect(try await text(new) == nil)
    }

    @Test func `processes before and after the change read each other when both know both secrets`() async throws {
        let (first, second) = (try store(1, other: 2), try store(2, other: 1))
        try await first.set(Examples.key("a"), to: Examples.entry("A"), asOf: nil, in: context)
        try await second.set(Examples.key("b"), to: Examples.entry("B"), asOf: nil, in: context)
        #expect(try await text(second, Examples.key("a")) == "A")
        #expect(try await text(first, Examples.key("b")) == "B")
        try await first.remove(Examples.key("b"), in: context)
        #expect(try await text(second, Examples.key("b")) == nil)
    }

    @Test func `a second removal reaches an entry that a process without the new secret wrote in between`() async throws
    {
        let (old, new) = (try store(1), try store(2, other: 1))
        try await new.set(Examples.key(), to: Examples.entry(), asOf: nil, in: context)
        try await new.remove(Examples.key(), in: context)
        try await old.set(Examples.key(), to: Examples.entry("old"), asOf: nil, in: context)
        #expect(try await text(new) == nil)
        try await new.remove(Examples.key(), in: context)
        #expect(try await text(old) == nil)
    }
}
