import LadderCore

/// What is known of a cluster.
struct ClusterState: Sendable {
    var table = SlotTable()
    var connections: [NodeAddress: RedisConnection] = [:]
    /// The counts of the cluster itself, and of the connections that have ended.
    var statistics = RedisStatistics()
    var isStopped = false
    private var isReading = false
    private var lastRead: Instant?

    /// Begins to read the slots. Returns false if that is under way, or was done just now.
    mutating func beginReading(at now: Instant) -> Bool {
        if isStopped || isReading { return false }
        if let lastRead, now - lastRead < .milliseconds(100) { return false }
        isReading = true
        statistics.slotReads += 1
        return true
    }

    /// Ends the reading of the slots, and returns connections to nodes that are no longer part of the cluster.
    mutating func finishReading(_ table: SlotTable?, seed: NodeAddress, at now: Instant) -> [RedisConnection] {
        isReading = false
        lastRead = now
        guard let table else { return [] }
        self.table = table
        var left: [RedisConnection] = []
        for (node, connection) in connections where node != seed && !table.nodes.contains(node) {
            // One with commands under way stays until the slots are read again.
            guard connection.isUnused else { continue }
            connections[node] = nil
            statistics += connection.statistics
            left.append(connection)
        }
        return left
    }
}
