/// The shared half of a live answer: it outlives the reader, so that an attempt is settled by what was received.
final class StreamCore: Sendable {
    let state: Locked<StreamState>
    let source: any ReplySource
    let tasks = Locked(StreamTasks())
    let metering = Locked(StreamMetering())

    /// A stream that begins with pieces which are here already.
    init(_ source: any ReplySource, received: [ReplyChunk]) {
        self.source = source
        if let error = received.last?.cutError {
            state = Locked(StreamState(received: received.dropLast(), sourceEnd: .failed(error)))
        } else if case .finished? = received.last {
            state = Locked(StreamState(received: received, sourceEnd: .finished))
        } else {
            state = Locked(StreamState(received: received))
        }
    }

    /// A whole answer as a stream. It may be one that was cut.
    init(replaying completion: Completion) {
        source = ReplaySource.empty
        state = Locked(StreamState(received: ReplaySource.chunks(of: completion), sourceEnd: .finished))
    }

    /// The runtime of the call. Nil for a reply that was made outside of one.
    var runtime: Runtime? { tasks.withLock { $0.runtime } }

    // MARK: Reading

    /// Returns the next piece for the reader, nil after the last.
    ///
    /// - Throws: ``SecondReader`` when another task is reading, `CancellationError` when the reply was abandoned, else
    ///   what ended the reply.
    func next() async throws -> ReplyChunk? {
        var goesOn = false
        var keepAlives = KeepAlivePause()
        while true {
            switch state.withLock({ $0.next(goesOn: goesOn) }) {
            case .chunk(let chunk, let resumesTask):
                if resumesTask { startReadingAhead() }
                if case .finished = chunk { end(.completed) }
                return chunk
            case .askSource(let received):
                do {
                    // A source that never suspends need not notice that its reader was cancelled.
                    if received % 64 == 63 { try Task.checkCancellation() }
                    if let chunk = try readerTook(try await source.next()) { return chunk }
                    try await keepAlives.afterEmptyPiece(on: runtime)
                } catch {
                    throw sourceThrew(error)
                }
            case .wait:
                await wait()
            case .end:
                end(.completed)
                return nil
            case .failed(let error):
                end(.failed(error))
                throw error
            case .abandoned:
                end(.abandoned)
                throw CancellationError()
            case .refused:
                throw SecondReader()
            }
            goesOn = true
        }
    }

    /// Records what the reader took from the source itself. Returns nil for a keep-alive.
    private func readerTook(_ piece: ReplyChunk?) throws -> ReplyChunk? {
        guard let piece else { throw ChatError.cutStream }
        if piece.isEmpty {
            if hasEnded { endSource(.cancelled) }
            return nil
        }
        if let error = piece.cutError {
            let error = streamError(error)
            endSource(.failed(error), last: piece)
            throw error
        }
        if let sourceEnd = state.withLock({ $0.readerReceived(piece) }) {
            settle(sourceEnd)
            if case .finished = sourceEnd { end(.completed) }
        }
        // The reader has left while the source was asked.
        if isAbandoned { throw CancellationError() }
        return piece
    }

    /// Ends a reply whose source threw while the reader asked it. Returns the error for the reader.
    private func sourceThrew(_ error: any Error) -> any Error {
        if Task.isCancelled || isAbandoned {
            end(.abandoned)
            endSource(.cancelled)
            return CancellationError()
        }
        let error = streamError(error)
        endSource(.failed(error))
        end(.failed(error))
        return error
    }

    /// Waits for the task that reads ahead, or for the end of the reply.
    private func wait() async {
        guard let runtime else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now = runtime.now
                switch state.withLock({ $0.wait(continuation, at: now) }) {
                case .lookAgain: continuation.resume()
                case .wait: break
                case .waitUnderWatch(let turn): startWatch(turn, on: runtime)
                }
            }
        } onCancel: {
            end(.abandoned)
        }
    }
}

/// The error of a task that reads a stream while another one is reading it. The stream goes on for the first.
struct SecondReader: Error {
    var chatError: ChatError {
        ChatError(
            .invalidRequest, message: "the stream is being read by another task; it has one reader at a time")
    }
}
