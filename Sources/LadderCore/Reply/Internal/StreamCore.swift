/// The shared half of a live answer: it outlives the reader, so that an attempt is settled by what came, not by who stayed.
final class StreamCore: Sendable {
    let state: Locked<StreamState>
    let source: any ReplySource
    private let metering: Locked<(any StreamMeter)?>
    private let fallbackEstimate = Locked<(any TokenEstimating)?>(nil)
    private let tasks = Locked(StreamTasks())

    init(_ source: any ReplySource, received: [ReplyChunk]) {
        self.source = source
        state = Locked(StreamState(received: received))
        metering = Locked(nil)
        if case .finished? = received.last { endSource(.finished) }
    }

    /// Who is told what the source handed over, once it can hand over no more.
    func meter(by meter: any StreamMeter) {
        metering.withLock { $0 = meter }
        if let end = state.withLock({ $0.sourceEnd }) { settle(end) }
    }

    /// The part of the answer the reader has seen.
    var completion: Completion {
        let chunks = state.withLock { $0.delivered }
        return CompletionBuilder.completion(of: chunks, meter: estimator)
    }

    /// The reply this one changes the text of.
    private var inner: StreamCore? { (source as? TransformedSource)?.inner.core }

    /// Whether nobody but its reader knows this reply: no layer waits for its end.
    var hasOnlyItsSource: Bool { metering.withLock { $0 == nil } && state.withLock { $0.hasNoHandlers } }

    /// The pieces the reader has not taken.
    var unread: [ReplyChunk] { state.withLock { Array($0.received[$0.read...]) } }

    /// Who estimates what the model did not say.
    private var estimator: (any TokenEstimating)? { meter ?? inner?.estimator ?? fallbackEstimate.withLock { $0 } }

    /// The attempt this reply, or the one it is made of, belongs to.
    private var meter: (any StreamMeter)? { metering.withLock { $0 } ?? inner?.meter }

    /// Estimates by the request where a layer's own source hides the attempt.
    func estimate(by estimate: any TokenEstimating) {
        fallbackEstimate.withLock { $0 = estimate }
    }

    /// Whether the reply is over for its reader.
    var hasEnded: Bool { state.withLock { $0.ending != nil } }

    func register(_ handler: EndingHandler) {
        if let ending = state.withLock({ $0.add(handler) }) { tell([handler], ending) }
    }

    /// Nobody sees any of it before all of it is here.
    func isCollected() {
        state.withLock { $0.isCollected = true }
    }

    // MARK: Reading

    /// The next piece for the reader, nil after the last.
    func next() async throws -> ReplyChunk? {
        while true {
            switch state.withLock({ $0.next() }) {
            case .pull:
                break
            case .chunk(let chunk, let startsPump):
                if startsPump { startPump() }
                if case .finished = chunk { end(.completed) }
                return chunk
            case .wait:
                await wait()
                continue
            case .end:
                end(.completed)
                return nil
            case .failed(let error):
                end(.failed(error))
                throw error
            case .taken:
                throw ChatError(.invalidRequest, message: "a stream has one reader at a time")
            case .cancelled:
                end(.abandoned)
                throw CancellationError()
            }
            // The reader asks the source itself: the way without limits, and without a task.
            do {
                var piece: ReplyChunk?
                // As for the pump: a keep-alive is not told.
                repeat { piece = try await source.next() } while piece?.isEmpty == true
                guard let chunk = piece else { throw ChatError.cutStream }
                let isOver = state.withLock { $0.pulled(chunk) }
                if case .finished = chunk {
                    endSource(.finished)
                    end(.completed)
                } else if isOver {
                    endSource(.cancelled)
                }
                return chunk
            } catch {
                throw pulled(error)
            }
        }
    }

    /// The source has thrown. Returns what the reader is to see.
    private func pulled(_ error: any Error) -> any Error {
        state.withLock { $0.pulledNothing() }
        if Task.isCancelled {
            end(.abandoned)
            endSource(.cancelled)
            return CancellationError()
        }
        let error = streamError(error)
        endSource(.failed(error))
        end(.failed(error))
        return error
    }

    /// Waits for the pump, a limit, or the end of patience.
    private func wait() async {
        guard let runtime = tasks.withLock({ $0.runtime }) else { return }
        await withTaskCancellationHandler {
            await withPausedTask { continuation in
                let now = runtime.now
                switch state.withLock({ $0.wait(continuation, at: now) }) {
                case .lookAgain: continuation.resume()
                case .sleep: break
                case .sleepUnderWatch(let turn): watch(turn, on: runtime)
                }
            }
        } onCancel: {
            end(.abandoned)
        }
    }

    // MARK: Ends

    /// The reply is over for its reader. Only the first end counts.
    func end(_ result: Outcome.Result) {
        guard let farewell = state.withLock({ $0.end(result) }) else { return }
        // What ends a reply whose text is changed ends the one it is made of: those further in are told first.
        if case .completed = result {} else { inner?.end(result) }
        for cancel in tasks.withLock({ $0.stop() }) { cancel() }
        if !farewell.isHeard { endSource(.cancelled) }
        tell(farewell.handlers, result)
        farewell.reader?.resume()
    }

    private func endSource(_ end: StreamState.SourceEnd) {
        if state.withLock({ $0.endSource(end) }) { settle(end) }
    }

    private func settle(_ end: StreamState.SourceEnd) {
        guard let meter = metering.withLock({ $0 }) else { return }
        meter.sourceEnded(state.withLock { $0.received }, end)
    }

    private func tell(_ handlers: [EndingHandler], _ result: Outcome.Result) {
        guard !handlers.isEmpty else { return }
        let chunks = state.withLock { $0.delivered }
        let content = Outcome.Content.chunks(chunks, meter: estimator)
        for handler in handlers {
            handler.tell(Outcome(result: result, level: handler.level, model: handler.model, content: content))
        }
    }

    // MARK: Limits

    func narrow(silence: Duration?, cut: StreamLimits.Cut?, on runtime: Runtime) {
        guard silence != nil || cut != nil else { return }
        tasks.withLock { $0.runtime = runtime }
        let pumps = state.withLock { $0.beginPump() }
        let turn = state.withLock { $0.narrow(silence: silence, cut: cut) }
        if pumps { startPump() }
        if let turn { watch(turn, on: runtime) }
    }

    /// Reads ahead in a task of its own. It begins on this thread: pieces that are there already cost no hop, and nobody
    /// competes for them.
    private func startPump() {
        guard let runtime = tasks.withLock({ $0.runtime }) else { return }
        let cancel = runtime.spawn("stream") { await self.pump() }
        for cancel in tasks.withLock({ $0.pump(cancel) }) { cancel() }
    }

    private func pump() async {
        // The reply may have ended since the reader wanted more.
        if hasEnded { return endSource(.cancelled) }
        while true {
            do {
                guard let chunk = try await source.next() else { throw ChatError.cutStream }
                if case .finished = chunk { return endPump(.finished, with: chunk) }
                let (reader, step) = state.withLock { $0.pumped(chunk) }
                reader?.resume()
                switch step {
                case .goOn: continue
                case .rest: return
                case .stop: return endSource(.cancelled)
                }
            } catch {
                return endPump(Task.isCancelled ? .cancelled : .failed(streamError(error)), with: nil)
            }
        }
    }

    /// Settled before the reader can see the end: the call's last word knows what its attempt has used.
    private func endPump(_ end: StreamState.SourceEnd, with last: ReplyChunk?) {
        if let meter = metering.withLock({ $0 }) {
            var received = state.withLock { $0.received }
            if let last { received.append(last) }
            meter.sourceEnded(received, end)
        }
        state.withLock { $0.pumpEnded(end, with: last) }?.resume()
    }

    /// One sleeping timer per stream, and only while something can run out.
    private func watch(_ turn: Int, on runtime: Runtime) {
        let cancel = runtime.spawn("stream limits") { await self.watchdog(turn, on: runtime) }
        for cancel in tasks.withLock({ $0.watch(cancel) }) { cancel() }
    }

    private func watchdog(_ turn: Int, on runtime: Runtime) async {
        while true {
            let now = runtime.now
            guard let due = state.withLock({ $0.nextDue(turn: turn, now: now) }) else { return }
            if now >= due.at { return runOut(due.kind) }
            do { try await runtime.sleep(until: due.at) } catch {
                // A shutdown has cancelled the watch, not a successor: without one the reader might never leave.
                if state.withLock({ $0.isOnDuty(turn) }) { end(.abandoned) }
                return
            }
        }
    }

    private func runOut(_ kind: ChatError.Kind) {
        switch state.withLock({ $0.delay }) {
        case nil:
            return
        case .reader:
            end(.failed(ChatError(.timedOut(.reader))))
        case .model:
            var error = ChatError(kind)
            error.occurredDuringAttempt = true
            meter?.cut(with: error)
            end(.failed(error))
        }
    }
}

extension StreamCore {
    /// What a source threw, as an error of a model that was being asked.
    private func streamError(_ error: any Error) -> ChatError {
        var error = meter?.chatError(for: error) ?? ChatError(wrapping: error)
        error.occurredDuringAttempt = true
        error.stage = error.stage ?? "model"
        error.usage = error.usage ?? completion.usage
        return error
    }
}

extension ChatError {
    static var cutStream: ChatError { ChatError(.server, message: "the stream broke off before its end") }
}
