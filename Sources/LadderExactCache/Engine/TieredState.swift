import LadderCore

/// What a tiered store knows about its tiers under one runtime.
struct TieredState {
    var tiers: [TierState]
    var copies = CopyWatch()
    private var history = EpochHistory()

    init(tierCount: Int) {
        tiers = Array(repeating: TierState(), count: tierCount)
    }

    /// The number under which the latest known epochs of all tiers are remembered.
    mutating func epoch() -> StoreEpoch { StoreEpoch(history.number(of: tiers.map(\.epoch))) }

    /// Returns the epochs of the tiers that were handed out under a number; nil when that was too long ago.
    func epochs(of epoch: StoreEpoch) -> [UInt64?]? { history.epochs(of: epoch.number) }
}
