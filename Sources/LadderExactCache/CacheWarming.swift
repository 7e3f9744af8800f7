/// What filling a cache in advance has done so far.
public struct CacheWarming: Hashable, Sendable {
    /// The number of requests to warm the cache with.
    public let total: Int
    /// The number of requests that a model has answered.
    public internal(set) var answered = 0
    /// The number of requests whose answers were stored already.
    public internal(set) var alreadyStored = 0
    /// The number of requests that failed, or that only a stale or written answer served.
    public internal(set) var failed = 0
    /// The reason for which no further request was made; nil where all were made.
    public internal(set) var stopped: Stop?

    /// A reason to stop before all requests are made.
    public enum Stop: String, Hashable, Sendable {
        /// The time limit has passed.
        case timeLimit
        /// The budget does not allow another call.
        case budget
        /// The task was cancelled.
        case cancelled
    }

    init(total: Int) {
        self.total = total
    }

    /// The number of requests that were not made.
    public var remaining: Int { total - answered - alreadyStored - failed }
}
