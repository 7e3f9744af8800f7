extension RedisCommand {
    /// The reason for which the command cannot be sent over a connection that callers share; nil if it can be.
    var refusal: String? {
        let name = name
        if name.isEmpty { return "a command needs a name" }
        if Self.blocking.contains(name) { return "\(name) would block the commands of all callers" }
        if Self.stateful.contains(name) { return "\(name) would change the connection for all callers" }
        switch name {
        case "CLIENT":
            guard let part = word(1), Self.statefulClientParts.contains(part) else { return nil }
            return "CLIENT \(part) would change the connection for all callers"
        case "XREAD", "XREADGROUP":
            // The option comes before the streams; a key may have the same name.
            for index in 1..<arguments.count {
                let word = word(index)
                if word == "STREAMS" { return nil }
                if word == "BLOCK" { return "\(name) with BLOCK would block the commands of all callers" }
            }
            return nil
        default: return nil
        }
    }

    private func word(_ index: Int) -> String? {
        guard arguments.indices.contains(index) else { return nil }
        return switch arguments[index] {
        case .text(let text): text.uppercased()
        case .bytes(let bytes): bytes.count <= 16 ? String(decoding: bytes, as: UTF8.self).uppercased() : nil
        case .integer: nil
        }
    }

    private static let blocking: Set<String> = [
        "BLMOVE", "BLMPOP", "BLPOP", "BRPOP", "BRPOPLPUSH", "BZMPOP", "BZPOPMAX", "BZPOPMIN", "WAIT", "WAITAOF",
    ]

    private static let stateful: Set<String> = [
        "ASKING", "AUTH", "DISCARD", "EXEC", "HELLO", "MONITOR", "MULTI", "PSUBSCRIBE", "PSYNC", "PUNSUBSCRIBE", "QUIT",
        "READONLY", "READWRITE", "REPLCONF", "RESET", "SELECT", "SSUBSCRIBE", "SUBSCRIBE", "SUNSUBSCRIBE", "SYNC",
        "UNSUBSCRIBE", "UNWATCH", "WATCH",
    ]

    private static let statefulClientParts: Set<String> = [
        "CACHING", "NO-EVICT", "NO-TOUCH", "REPLY", "SETINFO", "SETNAME", "TRACKING",
    ]
}
