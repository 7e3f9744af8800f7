public import LadderCore

/// One passage through a ``RecordingMiddleware``.
public struct LayerRecord: Sendable {
    /// What was asked.
    public let request: ChatRequest
    /// How it was to run, as this layer saw it.
    public let context: CallContext
    /// When.
    public let time: Instant
    /// Whether the layer ran on the main actor, which no layer ever should.
    public let isOnMainActor: Bool
    /// What was thrown in place of a reply.
    public internal(set) var thrown: (any Error)?
    /// The level of the reply.
    public internal(set) var level: FallbackLevel?
    /// The model that gave it.
    public internal(set) var model: String?
    /// Whether it was still coming.
    public internal(set) var isLive: Bool?
    /// When the reply, or its first content, was there.
    public internal(set) var firstContentTime: Instant?
    /// How the reply ended.
    public private(set) var outcome: Outcome?
    /// When it ended.
    public private(set) var endTime: Instant?
    /// How often it was told its end.
    public private(set) var timesTold = 0

    init(_ request: ChatRequest, _ context: CallContext, isOnMainActor: Bool) {
        self.request = request
        self.context = context
        self.isOnMainActor = isOnMainActor
        time = context.now
    }

    mutating func ended(_ outcome: Outcome, at time: Instant) {
        self.outcome = outcome
        endTime = time
        timesTold += 1
    }
}
