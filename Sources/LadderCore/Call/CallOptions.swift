/// How a caller wants a call to run. What is asked is in the ``ChatRequest``.
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
    /// For whom the call is made. Empty fields are filled from the pipeline's default scope.
    public var scope: CallScope
    /// When the call must be over. An answer that is already whole is still delivered.
    public var deadline: Instant?
    /// How long the call may take; the earlier of this and ``deadline`` counts.
    public var timeLimit: Duration?
    /// How often models may be asked in all. Nil means the pipeline's own limit, which is 6 unless set.
    public var maximumAttempts: Int?
    /// What caches may do for this call.
    public var cache: CacheDirective

    /// Creates options; what is left out has its default.
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
    /// The deadline of a call that begins at `start`. A limit of the call's own replaces the pipeline's usual one.
    func deadline(from start: Instant, usual: Duration?) -> Instant? {
        if timeLimit == nil, deadline == nil { return usual.map { start + $0 } }
        return Instant.earlier(timeLimit.map { start + $0 }, deadline)
    }
}
