public import LadderCore

/// One time a model was asked, as the model saw it.
public struct ModelAsk: Hashable, Sendable {
    /// Which model.
    public let model: String
    /// What was asked.
    public let request: ChatRequest
    /// When, since the runtime's origin.
    public let time: Instant
    /// What the target is known by: the router's choice, or the model's name.
    public let target: String
    /// How the answer was wanted, of the model; a caller who waits for all of it may still have it streamed.
    public let delivery: Delivery
    /// The call it belongs to.
    public let callID: String
    /// For whom.
    public let scope: CallScope
    /// When the call must be over.
    public let deadline: Instant?
    /// The limits the attempt ran under.
    public let limits: TimeLimits
    /// How many more attempts the call had left.
    public let attemptsLeft: Int
    /// How many alternatives stood behind the model.
    public let alternatives: Int
}

extension ModelAsk {
    init(_ model: String, _ request: ChatRequest, _ context: CallContext) {
        self.init(
            model: model, request: request, time: context.now, target: context.targetID(for: request),
            delivery: context.delivery, callID: context.call.id, scope: context.scope, deadline: context.deadline,
            limits: context.limits, attemptsLeft: context.attemptsLeft, alternatives: context.alternatives)
    }
}
