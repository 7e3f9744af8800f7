/// The conditions that a caller sets for one call. The question itself is a ``ChatRequest``.
///
/// ```swift
/// let answer = try await pipeline.respond(
///     to: "Where is my parcel?",
///     options: CallOptions(scope: CallScope(tenant: "acme"), timeLimit: .seconds(20))
/// )
/// ```
public struct CallOptions: Hashable, Sendable {
    /// The caller's own id of the call, such as the id of the request it serves.
    ///
    /// Nil lets the pipeline draw one that is unique across processes. It is in the trace, the log and errors.
    public var id: String?
    /// The tenant, user and session of the call. Empty fields are filled from the pipeline's default scope.
    public var scope: CallScope
    /// The time at which the call must be over. An answer that is already complete is still delivered.
    ///
    /// Nil with a nil ``timeLimit`` means the pipeline's own limit, if it has one. A call without any limit waits for
    /// its model as long as that takes. Where the model ignores cancellation, a caller that is cancelled waits too.
    public var deadline: Instant?
    /// The longest time that the call may take; of this and ``deadline`` the earlier counts.
    public var timeLimit: Duration?
    /// The largest number of attempts in all. Nil means the pipeline's own limit, which is 6 unless set.
    public var maximumAttempts: Int?
    /// What caches may read and store for this call.
    public var cache: CacheDirective

    /// Creates options; every option that is left out has its default.
    public init(
        id: String? = nil,
        scope: CallScope = CallScope(),
        deadline: Instant? = nil,
        timeLimit: Duration? = nil,
        maximumAttempts: Int? = nil,
        cache: CacheDirective = .use
    ) {
        self.id = id
        self.scope = scope
        self.deadline = deadline
        self.timeLimit = timeLimit
        self.maximumAttempts = maximumAttempts
        self.cache = cache
    }
}

extension CallOptions {
    /// Returns the deadline of a call that begins at `start`. A limit of the call's own replaces the pipeline's.
    func deadline(from start: Instant, usual: Duration?) -> Instant? {
        if timeLimit == nil, deadline == nil { return usual.map { start + $0 } }
        return Instant.earlier(timeLimit.map { start + $0 }, deadline)
    }
}
