public import LadderCore

/// One attempt as the model received it.
public struct RecordedAttempt: Hashable, Sendable {
    /// The name of the model that was called.
    public let model: String
    /// The request, as the layers passed it on.
    public let request: ChatRequest
    /// The time of the attempt since the runtime's origin.
    public let time: Instant
    /// The id of the target: the deployment the router chose, or the model's name.
    public let target: String
    /// The delivery the model was asked for; the caller may want a whole answer that is streamed below.
    public let delivery: Delivery
    /// The id of the call the attempt belongs to.
    public let callID: String
    /// The tenant, user and feature of the call.
    public let scope: CallScope
    /// The instant at which the call must be over, if it has a deadline.
    public let deadline: Instant?
    /// The limits the attempt ran under.
    public let limits: TimeLimits
    /// The number of attempts the call had left after this one.
    public let attemptsLeft: Int
    /// The number of other models an outer layer could still call.
    public let alternatives: Int
}

extension RecordedAttempt {
    init(model: String, request: ChatRequest, context: CallContext) {
        self.init(
            model: model, request: request, time: context.now, target: context.targetID(for: request),
            delivery: context.delivery, callID: context.call.id, scope: context.scope, deadline: context.deadline,
            limits: context.limits, attemptsLeft: context.attemptsLeft, alternatives: context.alternatives)
    }
}
