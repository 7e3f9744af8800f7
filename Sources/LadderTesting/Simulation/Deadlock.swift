/// The error of a simulated test that would wait for ever.
public struct Deadlock: Error, Hashable, Sendable, CustomStringConvertible {
    /// The seed that repeats the run.
    public let seed: UInt64
    /// The reason why the run cannot go on.
    public let reason: String
    /// The names of spawned work that has not ended.
    public let alive: [String]
    /// The open calls, each with the last line of its trace.
    public let openCalls: [String]
    /// Whether a job came from another thread, so that something waited outside the simulation.
    public let hasStrayJobs: Bool

    /// The seed and the reason, followed by one line for each piece of work and each call.
    public var description: String {
        var lines = ["deadlock at seed \(seed): \(reason)"]
        lines += alive.map { "  alive: \($0)" }
        lines += openCalls.map { "  open \($0)" }
        if openCalls.isEmpty || hasStrayJobs {
            lines.append(
                "  does something wait in real time, or is a pipeline not running(on:) the simulation?")
        }
        return lines.joined(separator: "\n")
    }
}
