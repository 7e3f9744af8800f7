import LadderCore

/// The entries that the latest calls were served from, by the id of the call.
struct RecentServes: Sendable {
    struct Serve: Hashable, Sendable {
        let digest: SHA256Digest
        let similarity: Double
        let key: CacheKey
        let group: CacheCallGroup
    }

    static let capacity = 4_096

    private var serves: [String: Serve] = [:]
    private var ring: [String] = []
    private var oldest = 0

    /// Remembers a call. The one that was remembered first is forgotten when there are too many.
    mutating func add(_ serve: Serve, for callID: String) {
        guard serves.updateValue(serve, forKey: callID) == nil else { return }
        if ring.count < Self.capacity { return ring.append(callID) }
        serves[ring[oldest]] = nil
        ring[oldest] = callID
        oldest = (oldest + 1) % Self.capacity
    }

    subscript(callID: String) -> Serve? { serves[callID] }
}
