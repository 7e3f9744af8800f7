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
    /// The calls with a report of a right answer, and those with a report of a wrong one.
    private var reportedRight: Set<String> = []
    private var reportedWrong: Set<String> = []
    private var ring: [String] = []
    private var oldest = 0

    /// Remembers a call. The one that was remembered first is forgotten when there are too many.
    mutating func add(_ serve: Serve, for callID: String) {
        guard serves.updateValue(serve, forKey: callID) == nil else { return }
        if ring.count < Self.capacity { return ring.append(callID) }
        serves[ring[oldest]] = nil
        reportedRight.remove(ring[oldest])
        reportedWrong.remove(ring[oldest])
        ring[oldest] = callID
        oldest = (oldest + 1) % Self.capacity
    }

    /// Notes a report about a remembered call. Returns whether it is the first one that says so.
    mutating func report(isRight: Bool, callID: String) -> Bool {
        guard serves[callID] != nil else { return false }
        return isRight ? reportedRight.insert(callID).inserted : reportedWrong.insert(callID).inserted
    }

    subscript(callID: String) -> Serve? { serves[callID] }
}
