public import LadderCore

/// A provider with good and bad days: latency, errors, cut and stalled streams drawn from the seed, phase by phase.
///
/// Use it for chaos, where the point is not what happens but what must never happen:
///
/// ```swift
/// let model = FaultyModel("gpt", phases: [
///     .init(for: .seconds(30), .healthy), .init(for: .seconds(20), .down), .init(for: .seconds(60), .slow),
/// ])
/// ```
///
/// Time and randomness come from the call's runtime, so under a `Simulation` the same seed gives the same days. Like
/// ``ScriptedModel`` it estimates one token per word and counts what it serves. Its answers count: "0 1 2 ".
public struct FaultyModel: ChatModel {
    /// The logical name requests ask for.
    public let name: String
    /// Whether it hands over pieces when a stream is wanted.
    public let streams: Bool
    /// What happens when, from the runtime's origin; after the last phase the first begins again.
    public let phases: [ProviderPhase]
    /// What it and other models saw.
    public let witness: ModelWitness
    private let opening: (@Sendable (ChatRequest, CallContext) -> String)?

    /// A model that goes through these phases again and again; without any it is always healthy.
    ///
    /// `opening` is what every answer begins with, such as the tenant it was made for, so that a test can see whose it is.
    public init(
        _ name: String,
        streams: Bool = true,
        phases: [ProviderPhase] = [],
        witness: ModelWitness = ModelWitness(),
        opening: (@Sendable (ChatRequest, CallContext) -> String)? = nil
    ) {
        self.name = name
        self.streams = streams
        self.phases = phases
        self.witness = witness
        self.opening = opening
    }

    /// Answers or fails as the day is.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        _ = witness.asked(name, request, context)
        let runtime = context.runtime
        let step = condition(at: runtime.now).step(by: runtime, opening: opening?(request, context))
        let performance = Performance(
            step: step, model: name, inputTokens: estimatedInputTokens(of: request), runtime: runtime,
            witness: witness)
        return try await performance.reply(streamed: streams && context.delivery == .streamed)
    }

    /// One token for every word.
    public func estimatedTokens(in text: String) -> Int { Words.count(in: text) }

    /// How it is at a moment.
    public func condition(at instant: Instant) -> ProviderCondition {
        let round = phases.reduce(Int64(0)) { $0.saturatingAdding($1.length) }
        guard round > 0 else { return .healthy }
        var time = max(0, instant.nanoseconds) % round
        for phase in phases {
            if time < phase.length { return phase.condition(after: .nanoseconds(time)) }
            time -= phase.length
        }
        return .healthy
    }
}
