/// An error by which a node of a cluster says that another one has the key.
struct Redirect {
    /// Whether the other node has the key from now on; otherwise it only has it while the slot moves.
    let isLasting: Bool
    let slot: Int
    let node: NodeAddress

    /// Reads an error such as `MOVED 3999 127.0.0.1:6381`; nil for any other.
    init?(_ text: String, from sender: NodeAddress) {
        let words = text.split(separator: " ")
        guard words.count >= 3, words[0] == "MOVED" || words[0] == "ASK" else { return nil }
        // An address of IPv6 has colons itself.
        guard let slot = Int(words[1]), (0..<HashSlot.count).contains(slot), let colon = words[2].lastIndex(of: ":"),
            let port = Int64(words[2][words[2].index(after: colon)...]),
            let node = NodeAddress(host: String(words[2][..<colon]), port: port, namedBy: sender)
        else { return nil }
        isLasting = words[0] == "MOVED"
        self.slot = slot
        self.node = node
    }
}
