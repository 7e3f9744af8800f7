/// One time a model was asked: a line of the call's attempt record.
public struct Attempt: Hashable, Sendable {
    /// Which target was asked.
    public var target: String
    /// When, since the runtime's origin.
    public var start: Instant
    /// When the first content came.
    public var firstContent: Instant?
    /// When it was over.
    public var end: Instant?
    /// What it used, once known.
    public var usage: Usage?
    /// What that cost. Nil while the usage or the price is unknown.
    public var cost: Money?
    /// How it failed, if it did.
    public var error: ChatError.Kind?
    /// The HTTP status it failed with, where there was one.
    public var status: Int? { report?.value.status }
    /// The provider's error code, such as `insufficient_quota`.
    public var providerCode: String? { report?.value.code }
    /// The provider's id of the failed request: what its support desk asks for.
    public var requestID: String? { report?.value.requestID }
    private var report: Box<FailureReport>?

    /// An attempt that begins now.
    public init(target: String, start: Instant) {
        self.target = target
        self.start = start
    }

    /// Writes down how it failed, and what the provider said: nothing that could echo a prompt.
    public mutating func fail(with error: ChatError) {
        self.error = error.kind
        report(status: error.status, code: error.providerCode, requestID: error.requestID)
    }

    /// Keeps what the provider said about a failure.
    package mutating func report(status: Int?, code: String?, requestID: String?) {
        report = FailureReport(status: status, code: code, requestID: requestID).boxed
    }

    /// The attempt's own time to its first content.
    public var timeToFirstContent: Duration? {
        firstContent.map { $0 - start }
    }
}
