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
    /// Whether work came back from another thread: something has waited outside the simulation.
    public let hasLeft: Bool

    /// Everything, one line each.
    public var description: String {
        var lines = ["deadlock at seed \(seed): \(reason)"]
        lines += alive.map { "  alive: \($0)" }
        lines += openCalls.map { "  open \($0)" }
        if openCalls.isEmpty || hasLeft {
            lines.append(
                "  does something wait in real time, or is a pipeline not running(on:) the simulation?")
        }
        return lines.joined(separator: "\n")
    }
}
