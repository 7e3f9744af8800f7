import LadderCore

/// The pieces of a live reply up to a number of pieces of text, then an error.
final class CutSource: ReplySource {
    private struct State {
        /// The reply to read. It is released at the cut, so that its provider stops.
        var live: LiveReply?
        var piecesLeft: Int
    }

    private let state: Locked<State>
    private let makeError: @Sendable () -> ChatError

    init(_ live: LiveReply, afterPieces count: Int, error makeError: @escaping @Sendable () -> ChatError) {
        state = Locked(State(live: live, piecesLeft: count))
        self.makeError = makeError
    }

    func next() async throws -> ReplyChunk? {
        let live = state.withLock { state in
            if state.piecesLeft <= 0 { state.live = nil }
            return state.live
        }
        guard let live else { throw makeError() }
        let chunk = try await live.next()
        if let text = chunk?.text, !text.isEmpty { state.withLock { $0.piecesLeft -= 1 } }
        return chunk
    }
}
