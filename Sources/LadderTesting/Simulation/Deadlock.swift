/// A simulated test that would hang for ever.
public struct Deadlock: Error, Hashable, Sendable, CustomStringConvertible {
    /// The seed that leads here again.
    public let seed: UInt64
    /// Why it cannot go on.
    public let reason: String
    /// Spawned work that has not ended.
    public let alive: [String]
    /// Each open call with the last line of its trace.
    public let openCalls: [String]

    /// Everything, one line each.
    public var description: String {
        var lines = ["deadlock at seed \(seed): \(reason)"]
        lines += alive.map { "  alive: \($0)" }
        lines += openCalls.map { "  open \($0)" }
        return lines.joined(separator: "\n")
    }
}
