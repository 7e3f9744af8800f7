/// The nodes of a cluster by slots.
struct SlotTable: Sendable {
    private(set) var nodes: [NodeAddress] = []
    /// For each slot the index of its node; nil where it has none.
    private var owners = [UInt16?](repeating: nil, count: HashSlot.count)

    /// Creates a table without nodes.
    init() {}

    /// Reads the reply to `CLUSTER SLOTS`; nil if it names no node.
    ///
    /// - Parameters:
    ///   - reply: Rows of a first slot, a last slot, the master, and its replicas.
    ///   - sender: The address by which the node that replied was reached.
    init?(_ reply: RESPValue, from sender: NodeAddress) {
        for row in reply.elements ?? [] {
            guard let fields = row.elements, fields.count >= 3, let first = fields[0].integer,
                let last = fields[1].integer, first >= 0, first <= last, last < HashSlot.count,
                let master = fields[2].elements, master.count >= 2, let port = master[1].integer,
                let node = NodeAddress(host: master[0].string, port: port, namedBy: sender)
            else { continue }
            let index = index(of: node)
            for slot in Int(first)...Int(last) { owners[slot] = index }
        }
        if nodes.isEmpty { return nil }
    }

    /// The node of a slot.
    subscript(slot: Int) -> NodeAddress? {
        get { owners[slot].map { nodes[Int($0)] } }
        set { owners[slot] = newValue.map { index(of: $0) } }
    }

    private mutating func index(of node: NodeAddress) -> UInt16 {
        if let known = nodes.firstIndex(of: node) { return UInt16(known) }
        nodes.append(node)
        return UInt16(nodes.count - 1)
    }
}
