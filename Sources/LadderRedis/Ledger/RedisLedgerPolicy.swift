/// How a `RedisLedger` names its keys, and how long it waits.
public struct RedisLedgerPolicy: Hashable, Sendable {
    /// The beginning of every key. Ledgers with the same beginning share their accounts.
    public var prefix: String
    /// The longest time for one operation.
    public var timeout: Duration
    /// The time for which the id of a settled reservation is remembered. A repeated settlement must come within it.
    public var settledTime: Duration

    /// Creates a policy.
    public init(
        prefix: String = "ladder", timeout: Duration = .milliseconds(250), settledTime: Duration = .seconds(600)
    ) {
        self.prefix = prefix
        self.timeout = timeout
        self.settledTime = settledTime
    }

    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var problems: [String] = []
        if prefix.isEmpty || prefix.contains(where: { "{}* \n".contains($0) }) {
            problems.append("RedisLedger.prefix is \"\(prefix)\"; it must be a text without braces, stars and spaces")
        }
        for (name, time) in [("timeout", timeout), ("settledTime", settledTime)] where time < .milliseconds(1) {
            problems.append("RedisLedger.\(name) is \(time); allowed from 1 ms")
        }
        return problems
    }
}
