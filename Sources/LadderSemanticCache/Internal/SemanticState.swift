import LadderCore

/// The index, the counts and what is known about entries, of one runtime.
final class SemanticState: Sendable {
    private let index: Locked<QuestionIndex>
    private let tally = Locked(CacheTally(zero: SemanticCacheStatistics.Counts()))
    private let listing: Locked<ListingProgress>
    private let serves = Locked(RecentServes())
    private let trust: Locked<TrustEngine<SHA256Digest>>

    init(_ policy: SemanticCachePolicy, dimensions: Int) {
        index = Locked(QuestionIndex(dimensions: dimensions, maximumEntries: policy.maximumEntries))
        listing = Locked(ListingProgress(interval: policy.refreshInterval))
        trust = Locked(TrustEngine(TrustPolicy(targetErrorRate: policy.targetErrorRate)))
    }

    func withIndex<Result: Sendable>(_ body: (inout QuestionIndex) -> Result) -> Result {
        index.withLock { body(&$0) }
    }

    func withTally<Result: Sendable>(
        _ body: (inout CacheTally<SemanticCacheStatistics.Counts>) -> Result
    ) -> Result {
        tally.withLock { body(&$0) }
    }

    func withListing<Result: Sendable>(_ body: (inout ListingProgress) -> Result) -> Result {
        listing.withLock { body(&$0) }
    }

    // MARK: What is known about entries

    func remember(_ serve: RecentServes.Serve, for callID: String) {
        serves.withLock { $0.add(serve, for: callID) }
    }

    func serve(of callID: String) -> RecentServes.Serve? {
        serves.withLock { $0[callID] }
    }

    /// Notes a report about a remembered call. Returns whether it is the first one that says so.
    func report(isRight: Bool, callID: String) -> Bool {
        serves.withLock { $0.report(isRight: isRight, callID: callID) }
    }

    func record(_ outcome: TrustOutcome, of digest: SHA256Digest, similarity: Double?) {
        trust.withLock { $0.record(outcome, of: digest, similarity: similarity) }
    }

    /// Returns why an entry must not serve a question of this similarity; nil where it may.
    func concern(about digest: SHA256Digest, similarity: Double) -> TrustConcern? {
        switch trust.withLock({ $0.verdict(on: digest, similarity: similarity) }) {
        case .serve: nil
        case .withhold(let concern): concern
        }
    }
}
