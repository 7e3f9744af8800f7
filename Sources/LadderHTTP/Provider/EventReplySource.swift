import LadderCore
import LadderWire

/// The pieces of an answer that a provider streams as events.
final class EventReplySource: ReplySource {
    fileprivate struct State {
        var parser = EventStreamParser()
        var reader: any ProviderEventReader
        var pending: ArraySlice<ReplyChunk> = []
        var isOver = false
        /// What ends the stream after the pieces that came before it.
        var failure: (any Error)?
    }

    private let body: any HTTPBody
    private let metadata: ReplyMetadata
    private let context: CallContext
    private let state: Locked<State>

    init(_ body: any HTTPBody, reader: any ProviderEventReader, metadata: ReplyMetadata, context: CallContext) {
        self.body = body
        self.metadata = metadata
        self.context = context
        state = Locked(State(reader: reader))
    }

    func next() async throws -> ReplyChunk? {
        while true {
            if let chunk = state.withLock({ $0.pending.popFirst() }) { return finished(chunk) }
            if let failure = state.withLock({ $0.failure }) { throw failure }
            if state.withLock({ $0.isOver }) { return nil }
            let bytes = try await body.next()
            let isProgress = state.withLock { $0.read(bytes) }
            if isProgress { context.noteProgress() }
        }
    }

    /// Adds what the headers said to the last piece.
    private func finished(_ chunk: ReplyChunk) -> ReplyChunk {
        guard case .finished(var ending) = chunk else { return chunk }
        ending.metadata = metadata.adding(ending.metadata)
        return .finished(ending)
    }
}

extension EventReplySource.State {
    /// Reads the next bytes of the body; nil is its end. Returns whether they show progress.
    fileprivate mutating func read(_ bytes: [UInt8]?) -> Bool {
        var isProgress = false
        do {
            guard let bytes else {
                isOver = true
                pending += try reader.ended() ?? []
                return false
            }
            for event in try parser.events(in: bytes) where !isOver {
                let reading = try reader.read(event)
                pending += reading.chunks
                isProgress = isProgress || reading.isProgress
                if case .finished? = reading.chunks.last { isOver = true }
            }
        } catch is EventStreamError {
            failure = ChatError(.invalidOutput, message: "an event of the stream is too long")
        } catch {
            failure = error
        }
        return isProgress
    }
}
