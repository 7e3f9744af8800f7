import LadderCore

/// The pieces of a step. It counts what it hands over when it hands it over.
final class PerformedSource: ReplySource {
    private struct State {
        var next = 0
        var isOver = false
        var words = WordCounter()
        var counted = 0
    }

    private let performance: Performance
    private let state = Locked(State())

    init(_ performance: Performance) {
        self.performance = performance
    }

    private var step: ScriptedStep { performance.step }

    func next() async throws -> ReplyChunk? {
        let (index, wasOver) = state.withLock { state in
            defer { state.next += 1 }
            return (state.next, state.isOver)
        }
        if wasOver { performance.witness.saw("\(performance.model): read on after the stream's end") }
        do {
            return try await piece(index)
        } catch {
            state.withLock { $0.isOver = true }
            throw error
        }
    }

    private func piece(_ index: Int) async throws -> ReplyChunk? {
        if index < step.chunks.count {
            try await pause(before: index)
            let chunk = step.chunks[index]
            handOver(chunk)
            return chunk
        }
        switch step.ending {
        case .finished(let reason, let metadata):
            return finish(reason, metadata)
        case .thrown(let error):
            try await pause(before: index)
            if step.chunks.isEmpty { performance.failed(error) }
            throw error
        case .silence:
            try await Waiting.forever(hearing: step.hearsCancellation)
            return nil
        }
    }

    private func pause(before index: Int) async throws {
        let runtime = performance.runtime
        let end = runtime.now + step.pause(before: index)
        try await Waiting.wait(until: end, on: runtime, hearing: step.hearsCancellation)
    }

    private func handOver(_ chunk: ReplyChunk) {
        let tokens = state.withLock { state in
            state.words.add(chunk)
            let total = performance.inputTokens + state.words.count
            defer { state.counted = total }
            return total - state.counted
        }
        performance.witness.served(tokens)
    }

    /// What the model says it used is what counts.
    private func finish(_ reason: FinishReason, _ metadata: ReplyMetadata?) -> ReplyChunk {
        let (usage, tokens) = state.withLock { state in
            state.isOver = true
            let usage = step.usage ?? performance.counted(state.words.count)
            defer { state.counted = usage.totalTokens }
            return (usage, usage.totalTokens - state.counted)
        }
        performance.witness.served(tokens)
        return .finished(reason, usage: usage, metadata: metadata)
    }
}
