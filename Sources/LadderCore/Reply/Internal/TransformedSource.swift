/// A live reply with its text changed on the way.
final class TransformedSource: ReplySource {
    private struct State {
        var transforms: [any TextTransform]
        /// Pieces that are ready, oldest first.
        var ready: [ReplyChunk] = []
        /// How the reply ended; it is thrown once everything held back has been handed over.
        var error: (any Error)?
    }

    let inner: LiveReply
    private let state: Locked<State>

    init(_ live: LiveReply, _ transform: any TextTransform) {
        // A transform over a transform becomes one source with two transforms: any number of them nests no deeper.
        if let source = live.core.source as? TransformedSource, live.core.hasOnlyItsSource {
            inner = source.inner
            var state = source.state.withLock { $0 }
            state.transforms.append(transform)
            state.ready = []
            for chunk in live.core.unread + source.state.withLock({ $0.ready }) {
                state.ready += TransformedSource.pass(chunk, through: &state.transforms, from: state.transforms.count - 1)
            }
            self.state = Locked(state)
        } else {
            inner = live
            state = Locked(State(transforms: [transform]))
        }
    }

    func next() async throws -> ReplyChunk? {
        while true {
            let (chunk, error) = state.withLock { state in
                state.ready.isEmpty ? (nil, state.error) : (state.ready.removeFirst(), nil)
            }
            if let chunk { return chunk }
            if let error { throw error }
            do {
                let chunk = try await inner.next()
                guard let chunk else { return nil }
                state.withLock { $0.ready += TransformedSource.pass(chunk, through: &$0.transforms, from: 0) }
            } catch {
                state.withLock { state in
                    // What was held back belongs to the text so far.
                    state.ready += TransformedSource.flush(&state.transforms, from: 0)
                    state.error = error
                }
            }
            try Task.checkCancellation()
        }
    }

    /// Reads until there is content, or the end.
    func untilFirstContent() async throws -> [ReplyChunk] {
        var chunks: [ReplyChunk] = []
        while let chunk = try await next() {
            if chunk.isEmpty { continue }
            chunks.append(chunk)
            if case .part(.reasoning) = chunk { continue }
            return chunks
        }
        return chunks
    }

    private static func pass(
        _ chunk: ReplyChunk, through transforms: inout [any TextTransform], from first: Int
    ) -> [ReplyChunk] {
        guard let text = chunk.text else { return flush(&transforms, from: first) + [chunk] }
        var changed = text
        for index in transforms.indices[first...] {
            if changed.isEmpty { return [] }
            changed = transforms[index].transform(changed)
        }
        return changed.isEmpty ? [] : [.text(changed)]
    }

    /// What the transforms hold back: the inner one's text still passes the outer ones.
    private static func flush(_ transforms: inout [any TextTransform], from first: Int) -> [ReplyChunk] {
        var held = ""
        for index in transforms.indices[first...] {
            held = (held.isEmpty ? "" : transforms[index].transform(held)) + transforms[index].finish()
        }
        return held.isEmpty ? [] : [.text(held)]
    }
}
