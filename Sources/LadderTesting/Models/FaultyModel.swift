public import LadderCore

/// A model whose latency, errors, cuts and stalls are drawn from the seed, phase by phase.
///
/// Use it for an outage, or for chaos, where a test checks what must never happen:
///
/// ```swift
/// let model = FaultyModel("gpt", phases: [
///     .init(for: .seconds(30), .healthy), .init(for: .seconds(20), .down), .init(for: .seconds(60), .slow),
/// ])
/// ```
///
/// Time and random numbers come from the call's runtime, so under a `Simulation` the same seed gives the same behaviour.
/// Like ``ScriptedModel`` it estimates one token per word and counts what it serves. The text of an answer is "0 1 2 …".
public struct FaultyModel: ChatModel {
    /// The logical name that requests use.
    public let name: String
    /// Whether it hands over pieces when a stream is wanted.
    public let streams: Bool
    /// The phases, the first of which begins at the runtime's origin; after the last one the first begins again.
    public let phases: [ProviderPhase]
    /// Counts what this model, and others that share the witness, served.
    public let witness: ModelWitness
    private let opening: (@Sendable (ChatRequest, CallContext) -> String)?

    /// Creates a model that goes through these phases again and again; without any it is always healthy.
    ///
    /// - Parameters:
    ///   - name: The logical name that requests use.
    ///   - streams: Whether it hands over pieces when a stream is wanted.
    ///   - phases: The phases it goes through.
    ///   - witness: The witness that counts tokens and attempts; pass one to share it between models.
    ///   - opening: Makes the first piece of each answer, such as the tenant it is for, so that a test can check whose
    ///     answer a caller received.
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

    /// Answers or fails as the present phase says.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        _ = witness.attempt(on: name, request: request, context: context)
        let runtime = context.runtime
        let step = condition(at: runtime.now).drawStep(from: runtime, opening: opening?(request, context))
        let playback = ScriptedPlayback(
            step: step, model: name, inputTokens: estimatedInputTokens(of: request), runtime: runtime,
            witness: witness)
        return try await playback.reply(streamed: streams && context.delivery == .streamed)
    }

    /// Returns the number of words, each of which counts as one token.
    public func estimatedTokens(in text: String) -> Int { text.wordCount }

    /// Returns the number of words in the request, and nothing for its chat format.
    public func estimatedInputTokens(of request: ChatRequest) -> Int {
        request.textTokens(counting: estimatedTokens(in:))
    }

    /// Returns the condition of the provider at an instant.
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
