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
        get { box?.value.scope ?? CallScope() }
        set { wishes.scope = newValue }
    }
    /// When the call must be over, whatever the layers would like. An answer that is already whole is still delivered.
    public var deadline: Instant? {
        get { box?.value.deadline }
        set { wishes.deadline = newValue }
    }
    /// How long the call may take; the earlier of this and ``deadline`` counts.
    public var timeLimit: Duration? {
        get { box?.value.timeLimit }
        set { wishes.timeLimit = newValue }
    }
    /// How often models may be asked in all. Nil means the pipeline's own limit, which is 6 unless set.
    public var maximumAttempts: Int? {
        get { box?.value.maximumAttempts }
        set { wishes.maximumAttempts = newValue }
    }
    /// What caches may do for this call.
    public var cache: CacheDirective {
        get { box?.value.cache ?? .use }
        set { wishes.cache = newValue }
    }

    private var wishes: Wishes {
        get { box?.value ?? Wishes() }
        set { box = newValue == Wishes() ? nil : Box(newValue) }
    }
    /// Most calls wish for nothing in particular.
    private var box: Box<Wishes>?

    private struct Wishes: Hashable, Sendable {
        var scope = CallScope()
        var deadline: Instant?
        var timeLimit: Duration?
        var maximumAttempts: Int?
        var cache = CacheDirective.use
    }

    /// Nothing in particular: the pipeline's usual limits, for nobody.
    public init() {}

    /// Options, each with its usual value unless given.
    public init(
        scope: CallScope = CallScope(),
        deadline: Instant? = nil,
        timeLimit: Duration? = nil,
        maximumAttempts: Int? = nil,
        cache: CacheDirective = .use
    ) {
        wishes = Wishes(
            scope: scope, deadline: deadline, timeLimit: timeLimit, maximumAttempts: maximumAttempts, cache: cache)
    }
}

extension CallOptions {
    /// When a call that begins now must be over. A limit of its own stands instead of the pipeline's usual one.
    func deadline(from start: Instant, usual: Duration?) -> Instant? {
        if timeLimit == nil, deadline == nil { return usual.map { start + $0 } }
        return Instant.earlier(timeLimit.map { start + $0 }, deadline)
    }
}
