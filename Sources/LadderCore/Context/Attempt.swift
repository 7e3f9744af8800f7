/// One time a model was asked: a line of the call's attempt record.
public struct Attempt: Hashable, Sendable {
    /// Which target was asked.
    public var target: String
    /// When, since the runtime's origin.
    public var start: Instant
    /// When the first content came.
    public var head: Instant?
    /// When it was over.
    public var end: Instant?
    /// What it used, once known.
    public var usage: Usage?
    /// What that cost. Nil while the usage or the price is unknown.
    public var cost: Money?
    /// How it failed, if it did.
    public var error: ChatError.Kind?

    /// An attempt that begins now.
    public init(target: String, start: Instant) {
        self.target = target
        self.start = start
    }

    /// The attempt's own time to its first content.
    public var timeToHead: Duration? {
        head.map { $0 - start }
    }
}
