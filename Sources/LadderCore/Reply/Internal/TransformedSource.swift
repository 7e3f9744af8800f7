/// A live reply with its text changed on the way.
///
/// A change over a change becomes one source with two transforms, as long as no layer and no attempt waits for the end
/// of the reply in between. Then any number of changes needs no deep stack, neither to read nor to release.
final class TransformedSource: ReplySource {
    private struct State {
        var transforms: TransformChain
        /// The same transforms before their first text, for the texts of errors.
        var unused: TransformChain
        /// Pieces that are ready, oldest first.
        var ready: [ReplyChunk] = []
        /// How the reply ended. It is thrown once everything that was held back has been handed over.
        var error: (any Error)?
    }

    let inner: LiveReply
    private let state: Locked<State>

    init(_ live: LiveReply, transform: any TextTransform) {
        let added = TransformChain(transform)
        var state = State(transforms: added, unused: added)
        if let source = live.core.source as? TransformedSource, let unread = live.core.handOver() {
            inner = source.inner
            // Moved out, so that a long chain is not copied for every transform that is added.
            var before = source.state.withLock { state in
                defer { state = State(transforms: TransformChain(), unused: TransformChain()) }
                return state
            }
            before.ready = (unread + before.ready).flatMap { state.transforms.change($0) }
            if let error = before.error {
                before.ready += state.transforms.flush()
                before.error = added.changed(error)
            }
            before.transforms.append(state.transforms)
            before.unused.append(added)
            state = before
        } else {
            inner = live
        }
        self.state = Locked(state)
    }

    func next() async throws -> ReplyChunk? {
        // Held back or not, text is progress: it must not be slowed down as keep-alives are.
        var pause = KeepAlivePause(longest: .milliseconds(1))
        while true {
            let (chunk, error) = state.withLock { state -> (ReplyChunk?, (any Error)?) in
                state.ready.isEmpty ? (nil, state.error) : (state.ready.removeFirst(), nil)
            }
            if let chunk { return chunk }
            if let error { throw error }
            do {
                guard let chunk = try await inner.next() else { return nil }
                let isHeldBack = state.withLock { state in
                    state.ready += state.transforms.change(chunk)
                    return state.ready.isEmpty
                }
                // To the reader, text that is held back is no more than a keep-alive.
                if isHeldBack { try await pause.afterEmptyPiece(on: inner.core.runtime) }
            } catch let error as ChatError {
                state.withLock { state in
                    // What was held back belongs to the text so far.
                    state.ready += state.transforms.flush()
                    state.error = state.unused.changed(error)
                }
            }
        }
    }

    /// Reads up to the first content, or to the end. Reasoning comes before it and is no content.
    func firstPieces() async throws -> [ReplyChunk] {
        var pieces: [ReplyChunk] = []
        while let piece = try await next() {
            pieces.append(piece)
            if case .part(.reasoning) = piece { continue }
            break
        }
        return pieces
    }
}
