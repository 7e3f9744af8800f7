package import LadderCore

/// One step of a script while it is played for one attempt.
package struct ScriptedPlayback: Sendable {
    let step: ScriptedStep
    let model: String
    let inputTokens: Int
    let runtime: Runtime
    let witness: ModelWitness

    package init(step: ScriptedStep, model: String, inputTokens: Int, runtime: Runtime, witness: ModelWitness) {
        self.step = step
        self.model = model
        self.inputTokens = inputTokens
        self.runtime = runtime
        self.witness = witness
    }

    package func reply(streamed: Bool) async throws -> Reply {
        try await wait(for: step.firstAfter)
        if streamed { return try await Reply.live(model: model, from: ScriptedSource(self)) }
        return Reply(model: model, try await whole())
    }

    func wait(for duration: Duration) async throws {
        try await runtime.wait(until: runtime.now + duration, ignoringCancellation: step.ignoresCancellation)
    }

    func waitForCancellation() async throws {
        try await runtime.waitForCancellation(ignoringCancellation: step.ignoresCancellation)
    }

    private func whole() async throws -> Completion {
        try await wait(for: step.chunks.indices.reduce(Duration.zero) { $0 + step.pause(before: $1) })
        switch step.ending {
        case .finished(let reason, let metadata):
            var completion = step.whole ?? Completion(content: content, finishReason: reason, metadata: metadata)
            completion.usage = step.usage ?? usage(outputTokens: wordCount)
            witness.served(completion.usage.totalTokens)
            return completion
        case .thrown(let error):
            failed(with: error)
            throw error
        case .silence:
            try await waitForCancellation()
            throw CancellationError()
        }
    }

    /// Counts what a failure before any content used, as its error says.
    func failed(with error: any Error) {
        witness.served((error as? ChatError)?.usage?.totalTokens ?? 0)
    }

    func usage(outputTokens: Int) -> Usage {
        Usage(inputTokens: inputTokens, outputTokens: outputTokens)
    }

    private var wordCount: Int {
        step.chunks.reduce(into: WordCounter()) { $0.add($1) }.count
    }

    private var content: [ContentPart] { CompletionBuilder.content(of: step.chunks) }
}
