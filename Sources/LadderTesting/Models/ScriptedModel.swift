public import LadderCore

/// A model that does what its script says, one step per attempt, and remembers what it was asked.
///
/// Use it wherever a test needs a provider that fails, waits, stalls or breaks off at a chosen place:
///
/// ```swift
/// let model = ScriptedModel("gpt", .fail(.server), .reply("hi"))
/// let pipeline = try Pipeline(model: model) { Retry() }.running(on: Simulation(seed: 1))
/// ```
///
/// It estimates one token per word, and counts the tokens it has served: the prompt with the first content, and every
/// piece it handed over, whether or not anybody read it. An account that was settled exactly has booked ``servedTokens``.
///
/// Copies share the script's place and the memory.
public struct ScriptedModel: ChatModel {
    /// What happens when the script is over.
    public enum Afterwards: Hashable, Sendable {
        /// The last step, again and again.
        case repeatLast
        /// The whole script from its beginning.
        case startOver
        /// `invalidRequest`: more was asked than the test meant to allow.
        case fail
    }

    /// The logical name requests ask for.
    public let name: String
    /// Whether it hands over pieces when a stream is wanted.
    public let streams: Bool
    /// What it and other models saw.
    public let witness: ModelWitness
    private let steps: [ScriptedStep]
    private let afterwards: Afterwards
    private let place = Place()

    /// A model with a script. Without one it answers "ok".
    public init(
        _ name: String,
        streams: Bool = true,
        afterwards: Afterwards = .repeatLast,
        witness: ModelWitness = ModelWitness(),
        _ steps: ScriptedStep...
    ) {
        self.init(name, streams: streams, afterwards: afterwards, witness: witness, steps: steps)
    }

    /// A model with a script made elsewhere.
    public init(
        _ name: String,
        streams: Bool = true,
        afterwards: Afterwards = .repeatLast,
        witness: ModelWitness = ModelWitness(),
        steps: [ScriptedStep]
    ) {
        self.name = name
        self.streams = streams
        self.afterwards = afterwards
        self.witness = witness
        self.steps = steps.isEmpty ? [.reply("ok")] : steps
    }

    /// Does what the next step says.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let ask = witness.asked(name, request, context)
        let step = step(at: place.take(ask))
        let performance = Performance(
            step: step, model: name, inputTokens: estimatedInputTokens(of: request), runtime: context.runtime,
            witness: witness)
        return try await performance.reply(streamed: streams && context.delivery == .streamed)
    }

    /// One token for every word.
    public func estimatedTokens(in text: String) -> Int { Words.count(in: text) }

    /// What this model was asked, oldest first.
    public var asks: [ModelAsk] { place.asks }

    /// The requests it was asked, oldest first.
    public var requests: [ChatRequest] { asks.map(\.request) }

    /// The tokens served: by all models that share this one's witness.
    public var servedTokens: Int { witness.servedTokens }

    private func step(at index: Int) -> ScriptedStep {
        if index < steps.count { return steps[index] }
        switch afterwards {
        case .repeatLast: return steps[steps.count - 1]
        case .startOver: return steps[index % steps.count]
        case .fail: return .fail(ChatError(.invalidRequest, message: "the script of \"\(name)\" is over"))
        }
    }
}

/// How far a script is.
private final class Place: Sendable {
    private let taken = Locked<[ModelAsk]>([])

    func take(_ ask: ModelAsk) -> Int {
        taken.withLock { taken in
            taken.append(ask)
            return taken.count - 1
        }
    }

    var asks: [ModelAsk] { taken.withLock { $0 } }
}
