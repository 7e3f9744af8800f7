public import LadderCore

/// A model that plays one step of a script for each attempt, and records what it was asked.
///
/// Use it where a test needs a provider that fails, waits, stalls or breaks off at a chosen place:
///
/// ```swift
/// let model = ScriptedModel("gpt", .fail(.server), .reply("hi"))
/// let pipeline = try Pipeline(model: model) { Retry() }.running(on: Simulation(seed: 1))
/// ```
///
/// It estimates one token per word and counts the tokens it has served: the prompt with the first content, and every
/// piece it handed over, whether or not it was read. An account that was settled exactly has booked ``servedTokens``.
///
/// Copies share the position in the script and the records.
public struct ScriptedModel: ChatModel {
    /// What a model does once every step of its script has been played.
    public enum Afterwards: Hashable, Sendable {
        /// Plays the last step for every further attempt.
        case repeatLast
        /// Plays the whole script again from its beginning.
        case startOver
        /// Throws `invalidRequest`: the pipeline made more attempts than the test expects.
        case fail
    }

    /// The logical name that requests use.
    public let name: String
    /// Whether it hands over pieces when a stream is wanted.
    public let streams: Bool
    /// Counts what this model, and others that share the witness, served.
    public let witness: ModelWitness
    private let steps: [ScriptedStep]
    private let afterwards: Afterwards
    private let script = ScriptPosition()

    /// Creates a model with a script, which is "ok" again and again where no step is given.
    ///
    /// - Parameters:
    ///   - name: The logical name that requests use.
    ///   - streams: Whether it hands over pieces when a stream is wanted.
    ///   - afterwards: What it does at the end of the script.
    ///   - witness: The witness that counts tokens and attempts; pass one to share it between models.
    ///   - steps: The script, one step for each attempt.
    public init(
        _ name: String,
        streams: Bool = true,
        afterwards: Afterwards = .repeatLast,
        witness: ModelWitness = ModelWitness(),
        _ steps: ScriptedStep...
    ) {
        self.init(name, streams: streams, afterwards: afterwards, witness: witness, steps: steps)
    }

    /// Creates a model with a script that is given as an array.
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

    /// Plays the next step of the script.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let attempt = witness.attempt(on: name, request: request, context: context)
        let playback = ScriptedPlayback(
            step: step(at: script.add(attempt)), model: name, inputTokens: estimatedInputTokens(of: request),
            runtime: context.runtime, witness: witness)
        return try await playback.reply(streamed: streams && context.delivery == .streamed)
    }

    /// Returns the number of words, each of which counts as one token.
    public func estimatedTokens(in text: String) -> Int { text.wordCount }

    /// Returns the number of words in the request, and nothing for its chat format.
    public func estimatedInputTokens(of request: ChatRequest) -> Int {
        request.textTokens(counting: estimatedTokens(in:))
    }

    /// The attempts this model received, oldest first.
    public var attempts: [RecordedAttempt] { script.attempts }

    /// The requests of all attempts, oldest first.
    public var requests: [ChatRequest] { attempts.map(\.request) }

    /// The number of tokens served by all models that share this one's witness.
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

/// The attempts so far; their number is the position in the script.
private final class ScriptPosition: Sendable {
    private let recorded = Locked<[RecordedAttempt]>([])

    func add(_ attempt: RecordedAttempt) -> Int {
        recorded.withLock { recorded in
            recorded.append(attempt)
            return recorded.count - 1
        }
    }

    var attempts: [RecordedAttempt] { recorded.withLock { $0 } }
}
