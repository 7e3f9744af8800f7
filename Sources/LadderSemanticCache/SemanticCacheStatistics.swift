public import LadderCore

/// What a semantic cache has done so far.
///
/// Printing it gives one line, such as
/// `hit rate 12.00 % (12 of 100), 1 looser, 9 vetoed, 3 not embedded, saved 960 tokens, $0.01, 45 s`.
public struct SemanticCacheStatistics: Hashable, Sendable {
    /// The counts of some calls. Each call that was looked up is a hit, looser or missed.
    public struct Counts: Hashable, Sendable {
        /// The number of calls that the answer to a similar question served.
        public var hits = 0
        /// The number of calls that failed and were served by the answer to a less similar question.
        public var looser = 0
        /// The number of calls that found nothing to serve and went on.
        public var misses = 0
        /// The number of answers that were stored.
        public var stored = 0
        /// The number of calls that were not looked up or whose answers were not stored, by the reason.
        public var refused: [CacheRefusal: Int] = [:]
        /// The number of similar questions whose answers a guard forbade to serve, by the name of the guard.
        public var vetoes: [String: Int] = [:]
        /// The number of answers that were not served because such answers were wrong too often.
        public var withheld = 0
        /// The number of answers that were found and not served in shadow mode.
        public var shadowed = 0
        /// The number of answers that were found and not served, and with which the model's own answer agreed.
        public var agreed = 0
        /// The number of answers that were found and not served, and with which the model's own answer disagreed.
        public var disagreed = 0
        /// The number of served answers that were reported as right.
        public var reportedRight = 0
        /// The number of served answers that were reported as wrong.
        public var reportedWrong = 0
        /// The number of questions that were embedded.
        public var embedded = 0
        /// The number of calls without a vector, because the embedder failed, was slow, or was not called.
        public var notEmbedded = 0
        /// The tokens and the money that the embedder used. Money of unknown price is left out.
        public var embeddingSpend = TokenSpend(tokens: 0, money: .zero)
        /// The number of operations of the store that failed or took too long.
        public var storeFailures = 0
        /// The number of entries that could not be decoded, or that belong to another question than their key says.
        public var corruptEntries = 0
        /// The tokens and the money that stored answers have saved. Answers of unknown price are left out.
        public var saved = TokenSpend(tokens: 0, money: .zero)
        /// The time that stored answers have saved.
        public var timeSaved = Duration.zero

        /// Creates counts of zero.
        public init() {}

        /// The number of calls that were looked up.
        public var calls: Int { hits + looser + misses }

        /// The share of the calls that the answer to a similar question served, from 0 to 1; 0 without calls.
        public var hitRate: Double { calls == 0 ? 0 : Double(hits) / Double(calls) }

        /// The share of the compared answers with which the model's own answer agreed; nil where none was compared.
        public var agreement: Double? {
            agreed + disagreed == 0 ? nil : Double(agreed) / Double(agreed + disagreed)
        }
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
    /// The number of questions in the index of this process.
    public var questions = 0
    /// The number of different requests around these questions: tenants, system prompts, histories and options.
    public var frames = 0
    /// What the store holds; nil for a store that does not count.
    public var store: StoreStatistics?
}

extension SemanticCacheStatistics: CustomStringConvertible {
    /// The counts of all calls in one line.
    public var description: String { total.description }
}

extension SemanticCacheStatistics.Counts: CustomStringConvertible {
    /// The hit rate with two decimals, the counts, and what was saved.
    public var description: String {
        var line = "hit rate \(hits.shareText(of: calls)), \(looser) looser, "
        line += "\(vetoes.values.reduce(0, +)) vetoed, \(notEmbedded) not embedded, "
        if agreed + disagreed > 0 { line += "agreement \(agreed.shareText(of: agreed + disagreed)), " }
        return line + "saved \(saved.tokens ?? 0) tokens, \(saved.money ?? .zero), \(timeSaved.shortText)"
    }
}
