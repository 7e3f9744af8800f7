/// The address of a node of a cluster.
struct NodeAddress: Hashable, Sendable {
    let host: String
    let port: Int

    /// Creates an address.
    ///
    /// - Parameters:
    ///   - host: The host that a node has named. It can be unknown to the node itself.
    ///   - port: The port.
    ///   - other: The address by which that node was reached.
    init?(host: String?, port: Int64, namedBy other: NodeAddress) {
        guard let port = Int(exactly: port), (1...65_535).contains(port) else { return nil }
        let isKnown = host.map { !$0.isEmpty && $0 != "?" } ?? false
        self.init(host: isKnown ? host ?? other.host : other.host, port: port)
    }

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}
