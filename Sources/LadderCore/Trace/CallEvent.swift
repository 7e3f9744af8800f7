/// What an observer sees: something that happened in one call.
public struct CallEvent: Sendable {
    /// What happened.
    public enum Kind: Sendable {
        /// The call entered the pipeline.
        case began(BeganCall)
        /// A layer decided something.
        case step(TraceEvent)
        /// The call is over.
        case ended(CallSummary)
        /// This many events did not fit the observer's queue. Always the last event of its call.
        case dropped(Int)
    }

    /// The call it happened in.
    public let callID: String
    /// For whom the call is made.
    public let scope: CallScope
    /// When the call began, on the calendar.
    public let callStart: WallTime
    /// What happened.
    public let kind: Kind

    /// An event.
    public init(callID: String, scope: CallScope, callStart: WallTime, kind: Kind) {
        self.callID = callID
        self.scope = scope
        self.callStart = callStart
        self.kind = kind
    }

    init(call: Call, kind: Kind) {
        self.init(callID: call.id, scope: call.scope, callStart: call.wallStart, kind: kind)
    }
}

/// What is asked, as far as an observer may know it: no text.
public struct BeganCall: Hashable, Sendable {
    /// The logical model.
    public var model: String
    /// How the answer is wanted.
    public var delivery: Delivery
    /// How many messages the request has.
    public var messages: Int
    /// Bytes of text in the request.
    public var textBytes: Int

    /// What is asked.
    public init(model: String, delivery: Delivery, messages: Int, textBytes: Int) {
        self.model = model
        self.delivery = delivery
        self.messages = messages
        self.textBytes = textBytes
    }
}

/// How a call ended.
public struct CallSummary: Hashable, Sendable {
    /// The rung the answer came from. Nil when the call threw.
    public var level: FallbackLevel?
    /// The model that answered.
    public var model: String?
    /// Why the answer ends.
    public var finishReason: FinishReason?
    /// Why the call threw. Nil when it did not, and when its caller left.
    public var error: ChatError.Kind?
    /// Whether the caller left before the end.
    public var wasAbandoned: Bool
    /// What the answer used.
    public var usage: Usage
    /// What all attempts of the call cost. Nil when a price is unknown.
    public var cost: Money?
    /// How long it took.
    public var latency: Duration
    /// How long the first content took.
    public var timeToFirstContent: Duration?
    /// The attempts, oldest first.
    public var attempts: [Attempt]

    /// How a call ended.
    public init(
        level: FallbackLevel?, model: String?, finishReason: FinishReason?, error: ChatError.Kind?,
        wasAbandoned: Bool, usage: Usage, cost: Money?, latency: Duration, timeToFirstContent: Duration?,
        attempts: [Attempt]
    ) {
        self.level = level
        self.model = model
        self.finishReason = finishReason
        self.error = error
        self.wasAbandoned = wasAbandoned
        self.usage = usage
        self.cost = cost
        self.latency = latency
        self.timeToFirstContent = timeToFirstContent
        self.attempts = attempts
    }
}
