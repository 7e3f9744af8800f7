/// The shared half of a live answer: it outlives the reader, so that an attempt is settled by what was received.
final class StreamCore: Sendable {
    private struct Metering {
        var meter: (any StreamMeter)?
        var fallback: (any TokenEstimating)?
    }

    let state: Locked<StreamState>
    let source: any ReplySource
    let tasks = Locked(StreamTasks())
    private let metering = Locked(Metering())

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

    // MARK: Reading

    /// Returns the next piece for the reader, nil after the last.
    ///
    /// - Throws: ``SecondReader`` when another task is reading, `CancellationError` when the reply was abandoned, else what
    ///   ended the reply.
    func next() async throws -> ReplyChunk? {
        var goesOn = false
        while true {
            switch state.withLock({ $0.next(goesOn: goesOn) }) {
            case .chunk(let chunk, let resumesTask):
                if resumesTask { startReadingAhead() }
                if case .finished = chunk { end(.completed) }
                return chunk
            case .askSource:
                if let chunk = try await askSource() { return chunk }
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

    /// The way without limits. Returns nil when the reply has ended while the source sent keep-alives only.
    private func askSource() async throws -> ReplyChunk? {
        var last: ReplyChunk?
        do {
            var keepAlives = KeepAlivePause()
            while true {
                guard let chunk = try await source.next() else { throw ChatError.cutStream }
                if chunk.isEmpty {
                    if hasEnded {
                        endSource(.cancelled)
                        return nil
                    }
                    try await keepAlives.afterEmptyPiece(on: tasks.withLock { $0.runtime })
                    continue
                }
                if let error = chunk.cutError {
                    last = chunk
                    throw error
                }
                if let sourceEnd = state.withLock({ $0.readerReceived(chunk) }) {
                    settle(sourceEnd)
                    if case .finished = sourceEnd { end(.completed) }
                }
                return chunk
            }
        } catch {
            if Task.isCancelled {
                end(.abandoned)
                endSource(.cancelled)
                throw CancellationError()
            }
            let error = streamError(error)
            endSource(.failed(error), last: last)
            end(.failed(error))
            throw error
        }
    }

    /// Waits for the task that reads ahead, or for the end of the reply.
    private func wait() async {
        guard let runtime = tasks.withLock({ $0.runtime }) else { return }
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

    // MARK: Metering

    /// Sets the attempt that is settled when the source ends.
    func meter(by meter: any StreamMeter) {
        metering.withLock { $0.meter = meter }
        if let end = state.withLock({ $0.sourceEnd }) { settle(end) }
    }

    /// Sets the estimate for an answer whose attempt is hidden by a layer's own source.
    func estimate(by estimate: any TokenEstimating) {
        metering.withLock { $0.fallback = estimate }
    }

    /// Settles the attempt. The last piece counts, though the reader does not get it.
    func settle(_ end: StreamState.SourceEnd, last: ReplyChunk? = nil) {
        guard let meter = metering.withLock({ $0.meter }) else { return }
        var received = state.withLock { $0.received }
        if let last { received.append(last) }
        meter.sourceEnded(end, received: received)
    }

    /// The attempt that this reply, or the one it is made of, belongs to.
    var meter: (any StreamMeter)? { metering.withLock { $0.meter } ?? inner?.meter }

    /// The estimate of what the model did not report.
    var estimator: (any TokenEstimating)? { meter ?? inner?.estimator ?? metering.withLock { $0.fallback } }

    /// The reply whose text this one changes.
    var inner: StreamCore? { (source as? TransformedSource)?.inner.core }

    /// The part of the answer that the reader has seen.
    var completion: Completion {
        let chunks = state.withLock { $0.delivered }
        return CompletionBuilder.completion(of: chunks, meter: estimator)
    }

    /// Hands the rest of the answer over, unless a layer or an attempt waits for the end of this very reply.
    func handOver() -> [ReplyChunk]? {
        metering.withLock { $0.meter == nil } ? state.withLock { $0.handOver() } : nil
    }
}

/// The error of a task that reads a stream while another one is reading it. The stream goes on for the first.
struct SecondReader: Error {
    var chatError: ChatError {
        ChatError(
            .invalidRequest, message: "the stream is being read by another task; it has one reader at a time")
    }
}
