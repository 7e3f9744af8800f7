package import LadderCore
import LadderTesting

/// A simulated model: latency, failures and cuts are drawn from the state that the conductor names, and the answer says
/// which question it answers.
package struct RehearsedModel: ChatModel {
    package let name: String
    private let provider: String
    private let crowd: Crowd
    private let conductor: Conductor
    private let witness = ModelWitness()

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - name: The name that requests use.
    ///   - provider: The provider of the scenario whose state it has; the one of its name unless given.
    ///   - crowd: What is asked, and how long questions and answers are.
    ///   - conductor: Names the state of the provider.
    package init(_ name: String, provider: String? = nil, crowd: Crowd, conductor: Conductor) {
        self.name = name
        self.provider = provider ?? name
        self.crowd = crowd
        self.conductor = conductor
    }

    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let runtime = context.runtime
        let (_, condition) = conductor.providerState(of: provider, at: runtime.now)
        var step = condition.drawStep(from: runtime, opening: nil)
        let outputTokens = crowd.drawOutputTokens(runtime.uniform())
        let inputTokens = estimatedInputTokens(of: request)
        if !step.chunks.isEmpty {
            step.chunks = pieces(of: answer(to: request, tokens: outputTokens), count: step.chunks.count)
            step.usage = Usage(
                inputTokens: inputTokens, outputTokens: outputTokens,
                cacheReadTokens: conductor.repeatedTokens(crowd.cachedPromptTokens, at: provider, now: runtime.now))
        }
        let playback = ScriptedPlayback(
            step: step, model: name, inputTokens: inputTokens, runtime: runtime, witness: witness)
        return try await playback.reply(streamed: context.delivery == .streamed)
    }

    package func estimatedInputTokens(of request: ChatRequest) -> Int { crowd.inputTokens }

    private func answer(to request: ChatRequest, tokens: Int) -> String {
        let question = request.lastUserText ?? ""
        return crowd.theme.answer(to: question, by: name, words: tokens * 3 / 4)
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
