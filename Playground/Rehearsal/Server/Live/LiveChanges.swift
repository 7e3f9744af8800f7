import Ladder

/// What has changed in the live record since a mark.
struct LiveChanges: Sendable {
    let mark: LiveMark
    /// The second that is under way, counted from the start of the server.
    let now: Int
    let buckets: [LiveBucket]
    let calls: [LiveCall]
    let totalCalls: Int
    let totalCost: Money
    let open: Int
}
