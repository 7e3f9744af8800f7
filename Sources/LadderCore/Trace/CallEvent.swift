/// An event of one call, as an observer gets it.
public struct CallEvent: Sendable {
    /// The kinds of event in a call.
    public enum Kind: Sendable {
        /// The call has entered the pipeline.
        case began(BeganCall)
        /// A layer or the model call has decided something.
        case step(TraceEvent)
        /// The call has ended for its caller.
        case ended(CallSummary)
        /// The number of events that did not fit into the observer's queue. It is always the last event of its call.
        case dropped(Int)
    }

    /// The id of the call to which the event belongs.
    public let callID: String
    /// The tenant, user and session for which the call is made.
    public let scope: CallScope
    /// The time on the calendar at which the call began.
    public let callStart: WallTime
    /// The event itself, with its facts.
    public let kind: Kind

    /// Creates an event of the call with this id.
    package init(callID: String, scope: CallScope, callStart: WallTime, kind: Kind) {
        self.callID = callID
        self.scope = scope
        self.callStart = callStart
        self.kind = kind
    }

    init(call: Call, kind: Kind) {
        self.init(callID: call.id, scope: call.scope, callStart: call.wallStart, kind: kind)
    }
}

/// The facts of a call that has begun, without any text of the request.
public struct BeganCall: Hashable, Sendable {
    /// The name of the logical model that is asked.
    public var model: String
    /// Whether the answer is wanted whole or piece by piece.
    public var delivery: Delivery
    /// The number of messages in the request.
    public var messages: Int
    /// The number of bytes of text in the request.
    public var textBytes: Int
    /// The digest of the request, equal for calls that asked the same; nil unless the observer has a
    /// ``RequestDigestKey``.
    public var requestDigest: String?

    /// Creates the facts of a call that has begun.
    package init(model: String, delivery: Delivery, messages: Int, textBytes: Int, requestDigest: String? = nil) {
        self.model = model
        self.delivery = delivery
        self.messages = messages
        self.textBytes = textBytes
        self.requestDigest = requestDigest
    }
}

/// The facts of a call that has ended.
public struct CallSummary: Hashable, Sendable {
    /// The fallback level of the answer; nil when the call threw.
    public var level: FallbackLevel?
    /// The name of the model that answered; nil when the call threw.
    public var model: String?
    /// The reason for which the answer ended; nil when the call threw.
    public var finishReason: FinishReason?
    /// The kind of error that the call threw; nil when it did not throw, and when its caller left.
    public var error: ChatError.Kind?
    /// Whether the caller left before the end.
    public var wasAbandoned: Bool
    /// The tokens that the answer has used; none where it came from a cache.
    public var usage: Usage
    /// What is known about an answer that came from a cache; nil for any other answer.
    public var cached: CacheHit?
    /// The cost of all attempts of the call; nil when a price is unknown.
    public var cost: Money?
    /// The time from the call's beginning to its end.
    public var latency: Duration
    /// The time from the call's beginning to the first content of any attempt; nil when there was none.
    public var timeToFirstContent: Duration?
    /// The attempts of the call, oldest first.
    public var attempts: [Attempt]

    /// Creates the facts of a call that has ended.
    package init(
        level: FallbackLevel?, model: String?, finishReason: FinishReason?, error: ChatError.Kind?,
        wasAbandoned: Bool, usage: Usage, cached: CacheHit? = nil, cost: Money?, latency: Duration,
        timeToFirstContent: Duration?,
        attempts: [Attempt]
    ) {
        self.level = level
        self.model = model
        self.finishReason = finishReason
        self.error = error
        self.wasAbandoned = wasAbandoned
        self.usage = usage
        self.cached = cached
        self.cost = cost
        self.latency = latency
        self.timeToFirstContent = timeToFirstContent
        self.attempts = attempts
    }
}
