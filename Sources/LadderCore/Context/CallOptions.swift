/// How a caller wants a call to run. What is asked is said in the ``ChatRequest``.
///
/// ```swift
/// let answer = try await pipeline.respond(
///     to: "Where is my parcel?",
///     options: CallOptions(scope: CallScope(tenant: "acme"), timeLimit: .seconds(20))
/// )
/// ```
public struct CallOptions: Hashable, Sendable {
    /// For whom the call is made.
    public var scope: CallScope {
        get { boxedScope?.value ?? CallScope() }
        set { boxedScope = newValue.boxed }
    }
    /// Most calls are made for nobody in particular.
    var boxedScope: Box<CallScope>?
    /// When the call must be over, whatever the layers would like. An answer that is already whole is still delivered.
    public var deadline: Instant?
    /// How long the call may take; the earlier of this and ``deadline`` counts.
    public var timeLimit: Duration?
    /// How often models may be asked in all. Nil means the pipeline's own limit, which is 6 unless set.
    public var maximumAttempts: Int?
    /// What caches may do for this call.
    public var cache: CacheDirective

    /// Options, each with its usual value unless given.
    public init(
        scope: CallScope? = nil,
        deadline: Instant? = nil,
        timeLimit: Duration? = nil,
        maximumAttempts: Int? = nil,
        cache: CacheDirective = .use
    ) {
        boxedScope = scope?.boxed
        self.deadline = deadline
        self.timeLimit = timeLimit
        self.maximumAttempts = maximumAttempts
        self.cache = cache
    }
}

extension CallOptions {
    /// When a call that begins now must be over. A limit of its own stands instead of the pipeline's usual one.
    func deadline(from start: Instant, usual: Duration?) -> Instant? {
        if timeLimit == nil, deadline == nil { return usual.map { start + $0 } }
        return Instant.earlier(timeLimit.map { start + $0 }, deadline)
    }
}
