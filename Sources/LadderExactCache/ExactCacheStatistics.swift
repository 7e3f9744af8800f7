public import LadderCore

/// What an exact cache has done so far, in all and by feature and model.
///
/// Printing it gives one line, such as `hit rate 60.00 % (3 of 5), 0 stale, 0 shared, saved 96 tokens, $0.01, 4.5 s`.
public struct ExactCacheStatistics: Hashable, Sendable {
    /// The counts of some calls. Each call that was looked up is a hit, stale, shared or missed.
    public struct Counts: Hashable, Sendable {
        /// The number of calls that a fresh stored answer served.
        public var hits = 0
        /// The number of calls that a stale answer served.
        public var stale = 0
        /// The number of calls that shared the answer of another call under way.
        public var shared = 0
        /// The number of calls that found nothing and went on.
        public var misses = 0
        /// The number of answers that were stored.
        public var stored = 0
        /// The number of calls whose answers were not stored, by the reason.
        public var refused: [CacheRefusal: Int] = [:]
        /// The number of operations of the store that failed, took too long, or were left out after several time-outs.
        public var storeFailures = 0
        /// The number of entries that could not be decoded. They count as misses.
        public var corruptEntries = 0
        /// The tokens and the money that stored answers have saved. Answers of unknown price are left out.
        public var saved = TokenSpend(tokens: 0, money: .zero)
        /// The time that stored answers have saved.
        public var timeSaved = Duration.zero

        /// Creates counts of zero.
        public init() {}

        /// The number of calls that were looked up.
        public var calls: Int { hits + stale + shared + misses }

        /// The share of the calls that a fresh stored answer served, from 0 to 1; 0 without calls.
        public var hitRate: Double { calls == 0 ? 0 : Double(hits) / Double(calls) }
    }

    /// The counts of one feature and one model.
    public struct Group: Hashable, Sendable {
        /// The feature of the calls; empty where it is unknown.
        public var feature: String
        /// The model that the requests name.
        public var model: String
        /// The counts of these calls.
        public var counts: Counts
    }

    /// The counts of all calls.
    public var total = Counts()
    /// The counts by feature and model, sorted by both. Beyond 256 groups, calls are counted in ``total`` alone.
    public var groups: [Group] = []
    /// The entries that were served most often, at most 32, the hottest first.
    public var hottest: [CacheHotEntry] = []
    /// What the store holds; nil for a store that does not count.
    public var store: StoreStatistics?
}

extension ExactCacheStatistics: CustomStringConvertible {
    /// The counts of all calls in one line.
    public var description: String { total.description }
}

extension ExactCacheStatistics.Counts: CustomStringConvertible {
    /// The hit rate with two decimals, the counts, and what was saved.
    public var description: String {
        "hit rate \(hits.shareText(of: calls)), \(stale) stale, \(shared) shared, "
            + "saved \(saved.tokens ?? 0) tokens, \(saved.money ?? .zero), \(timeSaved.shortText)"
    }
}
