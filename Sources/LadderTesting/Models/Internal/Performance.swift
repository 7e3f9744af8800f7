import LadderCore

/// One step, as it is played for one attempt.
struct Performance: Sendable {
    let step: ScriptedStep
    let model: String
    let inputTokens: Int
    let runtime: Runtime
    let witness: ModelWitness

    func reply(streamed: Bool) async throws -> Reply {
        try await Waiting.wait(until: runtime.now + step.firstAfter, on: runtime, hearing: step.hearsCancellation)
        if streamed { return try await Reply.live(model: model, from: PerformedSource(self)) }
        return Reply(model: model, try await whole())
    }

    private func whole() async throws -> Completion {
        let time = step.chunks.indices.reduce(Duration.zero) { $0 + step.pause(before: $1) }
        try await Waiting.wait(until: runtime.now + time, on: runtime, hearing: step.hearsCancellation)
        switch step.ending {
        case .finished(let reason, let metadata):
            let builder = step.whole ?? Completion(content: content, finishReason: reason, metadata: metadata)
            var completion = builder
            completion.usage = step.usage ?? counted(words(in: step.chunks))
            witness.served(completion.usage.totalTokens)
            return completion
        case .thrown(let error):
            failed(error)
            throw error
        case .silence:
            try await Waiting.forever(hearing: step.hearsCancellation)
            throw CancellationError()
        }
    }

    /// An attempt that failed before any content is settled by what its error says it used.
    func failed(_ error: any Error) {
        witness.served((error as? ChatError)?.usage?.totalTokens ?? 0)
    }

    func counted(_ words: Int) -> Usage {
        Usage(inputTokens: inputTokens, outputTokens: words)
    }

    private func words(in chunks: [ReplyChunk]) -> Int {
        chunks.reduce(into: WordCounter()) { $0.add($1) }.count
    }

    private var content: [ContentPart] { CompletionBuilder.content(of: step.chunks) }
}

extension WordCounter {
    mutating func add(_ chunk: ReplyChunk) {
        add(chunk.writtenText)
    }
}
