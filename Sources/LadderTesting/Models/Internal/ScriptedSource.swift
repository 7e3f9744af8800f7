import LadderCore

/// The pieces of a scripted stream. A piece counts as served when the source returns it.
final class ScriptedSource: ReplySource {
    private struct State {
        var next = 0
        var isOver = false
        var words = WordCounter()
        var counted = 0
    }

    private let playback: ScriptedPlayback
    private let state = Locked(State())

    init(_ playback: ScriptedPlayback) {
        self.playback = playback
    }

    private var step: ScriptedStep { playback.step }

    func next() async throws -> ReplyChunk? {
        let (index, wasOver) = state.withLock { state in
            defer { state.next += 1 }
            return (state.next, state.isOver)
        }
        if wasOver { playback.witness.report("\(playback.model): read on after the stream's end") }
        do {
            return try await piece(at: index)
        } catch {
            state.withLock { $0.isOver = true }
            throw error
        }
    }

    private func piece(at index: Int) async throws -> ReplyChunk? {
        if index < step.chunks.count {
            try await playback.wait(for: step.pause(before: index))
            let chunk = step.chunks[index]
            count(chunk)
            return chunk
        }
        switch step.ending {
        case .finished(let reason, let metadata):
            return finish(reason: reason, metadata: metadata)
        case .thrown(let error):
            try await playback.wait(for: step.pause(before: index))
            if step.chunks.isEmpty { playback.failed(with: error) }
            throw error
        case .silence:
            try await playback.waitForCancellation()
            return nil
        }
    }

    private func count(_ chunk: ReplyChunk) {
        let tokens = state.withLock { state in
            state.words.add(chunk)
            let total = playback.inputTokens + state.words.count
            defer { state.counted = total }
            return total - state.counted
        }
        playback.witness.served(tokens)
    }

    /// Returns the last piece. The usage it reports replaces what was counted before.
    private func finish(reason: FinishReason, metadata: ReplyMetadata?) -> ReplyChunk {
        let (usage, tokens) = state.withLock { state in
            state.isOver = true
            let usage = step.usage ?? playback.usage(outputTokens: state.words.count)
            defer { state.counted = usage.totalTokens }
            return (usage, usage.totalTokens - state.counted)
        }
        playback.witness.served(tokens)
        return .finished(reason, usage: usage, metadata: metadata)
    }
}
