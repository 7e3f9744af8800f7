package import LadderCore
import LadderTesting

/// A simulated model: latency, failures and cuts are drawn from the state that the conductor names, and the answer says
/// which question it answers.
///
/// A request that must be answered with a tool call or with JSON gets one that is made from the schema. An answer ends at
/// the request's maximum of tokens; stop sequences and sampling options have no effect.
package struct RehearsedModel: ChatModel {
    package let name: String
    /// The provider of the scenario whose state this model has.
    private let provider: String
    private let crowd: Crowd
    private let conductor: Conductor
    private let measuresRequests: Bool
    private let witness = ModelWitness()

    /// Creates a simulated model.
    ///
    /// - Parameters:
    ///   - name: The name that requests use.
    ///   - provider: The provider of the scenario whose state the model has; nil for the one of the same name.
    ///   - crowd: The lengths of requests and answers.
    ///   - conductor: What the providers do.
    ///   - measuresRequests: Whether the length of each request counts instead of the crowd's. An application that is
    ///     rehearsed sends requests of its own.
    package init(
        _ name: String, playing provider: String? = nil, crowd: Crowd, conductor: Conductor,
        measuresRequests: Bool = false
    ) {
        self.name = name
        self.provider = provider ?? name
        self.crowd = crowd
        self.conductor = conductor
        self.measuresRequests = measuresRequests
    }

    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let runtime = context.runtime
        let (_, condition) = conductor.providerState(of: provider, at: runtime.now)
        var step = condition.drawStep(from: runtime, opening: nil)
        let wantedTokens = crowd.drawOutputTokens(runtime.uniform())
        let outputTokens = min(wantedTokens, max(1, request.options.maximumResponseTokens ?? .max))
        if outputTokens < wantedTokens { step.finish(because: .length) }
        let inputTokens = estimatedInputTokens(of: request)
        if !step.chunks.isEmpty {
            let count = step.chunks.count
            if var call = ExampleAnswer.toolCall(for: request) {
                call.id = "call_" + String(runtime.random(), radix: 36)
                step.chunks = [.toolCall(ToolCallDelta(index: 0, call))]
            } else if let text = ExampleAnswer.json(for: request) {
                step.chunks = pieces(of: text, count: count)
            } else {
                step.chunks = pieces(ofAnswerTo: request, tokens: outputTokens, count: count)
            }
            step.usage = Usage(
                inputTokens: inputTokens, outputTokens: outputTokens,
                cacheReadTokens: conductor.repeatedTokens(crowd.cachedPromptTokens, at: provider, now: runtime.now))
        }
        let playback = ScriptedPlayback(
            step: step, model: name, inputTokens: inputTokens, runtime: runtime, witness: witness)
        return try await playback.reply(streamed: context.delivery == .streamed)
    }

    package func estimatedInputTokens(of request: ChatRequest) -> Int {
        guard measuresRequests else { return crowd.inputTokens }
        return request.inputTokens(counting: estimatedTokens(in:))
    }

    /// Returns an answer of about a number of tokens, in a number of pieces.
    private func pieces(ofAnswerTo request: ChatRequest, tokens: Int, count: Int) -> [ReplyChunk] {
        let opening = crowd.theme.opening(of: request.lastUserText ?? "", by: name)
        let words = max(0, tokens * 3 / 4 - 12)
        guard count > 1 else { return [.text(words > 0 ? "\(opening) \(Filler.text(ofWords: words))" : opening)] }
        let rest = Filler.text(ofWords: words / (count - 1))
        return [.text(opening)] + (1..<count).map { _ in .text(" " + rest) }
    }

    /// Returns a text in a number of pieces that end after a space.
    private func pieces(of text: String, count: Int) -> [ReplyChunk] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let length = max(1, (words.count + count - 1) / count)
        return stride(from: 0, to: words.count, by: length).map { start in
            let end = min(start + length, words.count)
            return .text(words[start..<end].joined(separator: " ") + (end < words.count ? " " : ""))
        }
    }
}
