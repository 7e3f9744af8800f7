import LadderCore

/// The nodes of a cluster, with one connection to each.
final class RedisCluster: RedisServer {
    let options: RedisOptions
    /// The node that is known from the beginning.
    let seed: NodeAddress
    let state = Locked(ClusterState())
    private let tracking: RedisClient.Tracking?

    /// Creates a cluster of which one node is known.
    init(_ options: RedisOptions, seed: NodeAddress, tracking: RedisClient.Tracking?) {
        self.options = options
        self.seed = seed
        self.tracking = tracking
    }

    var publicState: RedisConnectionState {
        if state.withLock({ $0.isStopped }) { return .closed }
        return state.withLock { $0.connections[seed] }?.publicState ?? .idle
    }

    var statistics: RedisStatistics {
        var (sum, connections) = state.withLock { ($0.statistics, Array($0.connections.values)) }
        for connection in connections { sum += connection.statistics }
        return sum
    }

    /// Returns the connection to a node; nil after the cluster was stopped.
    func connection(to node: NodeAddress) -> RedisConnection? {
        state.withLock { state in
            if state.isStopped { return nil }
            if let known = state.connections[node] { return known }
            var options = options
            options.endpoint = .tcp(host: node.host, port: node.port)
            let connection = RedisConnection(options, tracking: tracking)
            state.connections[node] = connection
            return connection
        }
    }

    /// Reads the slots again, unless that is under way already.
    func refresh() {
        let now = Runtime.live.now
        guard state.withLock({ $0.beginReading(at: now) }) else { return }
        Runtime.live.spawn("redis-slots") {
            let table = await self.readTable()
            let left = self.state.withLock {
                $0.finishReading(table, seed: self.seed, at: Runtime.live.now)
            }
            for connection in left { connection.beginStop() }
        }
    }

    /// Asks one node after the other, beginning with those that are connected.
    private func readTable() async -> SlotTable? {
        let known = state.withLock { Array($0.connections) }
        let ready = known.filter { $0.value.publicState == .ready }.map(\.key)
        let others = state.withLock { $0.table.nodes } + [seed]
        // Not always the same node, because one that is cut off knows only the past.
        let start = ready.isEmpty ? 0 : Int(Runtime.live.random() % UInt64(ready.count))
        var asked: Set<NodeAddress> = []
        for node in ready[start...] + ready[..<start] + others where asked.insert(node).inserted {
            let command = RedisCommand(["CLUSTER", "SLOTS"], key: nil)
            let end = Runtime.live.now + .milliseconds(500)
            guard case .success(let reply)? = await connection(to: node)?.call(command.encoded, until: end) else {
                continue
            }
            if let table = SlotTable(reply, from: node) { return table }
        }
        return nil
    }

    func stop() async {
        for connection in end() { await connection.stop() }
    }

    func beginStop() {
        for connection in end() { connection.beginStop() }
    }

    private func end() -> [RedisConnection] {
        state.withLock { state in
            state.isStopped = true
            return Array(state.connections.values)
        }
    }
}
