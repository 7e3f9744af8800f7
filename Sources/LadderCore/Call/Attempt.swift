/// The record of one request to a model during a call.
public struct Attempt: Hashable, Sendable {
    /// The id of the target that was asked.
    public var target: String
    /// The time at which the model was asked.
    public var start: Instant
    /// The time of the first content; nil while there is none.
    public var firstContent: Instant?
    /// The time at which the attempt was settled; nil while it is under way.
    public var end: Instant?
    /// The tokens it used, once they are known.
    public var usage: Usage?
    /// What those tokens cost; nil while the usage or the price is unknown.
    public var cost: Money?
    /// The kind of its failure; nil for an attempt that has not failed.
    public var error: ChatError.Kind?
    /// The HTTP status of its failure, where there was one.
    public var status: Int?
    /// The provider's error code, such as `insufficient_quota`.
    public var providerCode: String?
    /// The provider's id of the failed request, which its support desk asks for.
    public var requestID: String?

    /// Creates the record of an attempt that has begun.
    package init(target: String, start: Instant) {
        self.target = target
        self.start = start
    }

    /// Records the end of the attempt and what it used.
    mutating func end(at end: Instant, usage: Usage?, cost: Money?) {
        self.end = end
        self.usage = usage
        self.cost = cost
    }

    /// Records the failure and what the provider said about it, without any text that could echo a prompt.
    package mutating func fail(with error: ChatError) {
        self.error = error.kind
        status = error.status
        providerCode = error.providerCode
        requestID = error.requestID
    }

    /// Keeps what the provider said about a failure.
    package mutating func report(status: Int?, code: String?, requestID: String?) {
        self.status = status
        providerCode = code
        self.requestID = requestID
    }

    /// The time from the attempt's own start to its first content.
    public var timeToFirstContent: Duration? {
        firstContent.map { $0 - start }
    }
}
