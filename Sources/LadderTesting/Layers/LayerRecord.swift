public import LadderCore

/// One request that passed a ``RecordingMiddleware``, with what came back.
public struct LayerRecord: Sendable {
    /// The request as this layer received it.
    public let request: ChatRequest
    /// The context as this layer received it.
    public let context: CallContext
    /// The time at which the request arrived.
    public let time: Instant
    /// Whether the layer ran on the main actor, which must never happen.
    public let isOnMainActor: Bool
    /// The error that was thrown in place of a reply.
    public internal(set) var thrown: (any Error)?
    /// The fallback level of the reply.
    public internal(set) var level: FallbackLevel?
    /// The model that the reply names.
    public internal(set) var model: String?
    /// Whether the reply was a stream.
    public internal(set) var isLive: Bool?
    /// The time at which the reply, or its first content, arrived.
    public internal(set) var firstContentTime: Instant?
    /// The outcome that the reply reported at its end.
    public private(set) var outcome: Outcome?
    /// The time at which the reply ended.
    public private(set) var endTime: Instant?
    /// The number of times the reply reported its end; one is right.
    public private(set) var endCount = 0

    init(request: ChatRequest, context: CallContext, isOnMainActor: Bool) {
        self.request = request
        self.context = context
        self.isOnMainActor = isOnMainActor
        time = context.now
    }

    mutating func ended(with outcome: Outcome, at time: Instant) {
        self.outcome = outcome
        endTime = time
        endCount += 1
    }
}
