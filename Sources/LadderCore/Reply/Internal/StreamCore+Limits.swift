extension StreamCore {
    /// Cuts the answer at limits, from now on. The stricter limit counts.
    func narrow(silence: Duration?, cut: StreamLimits.Cut?, on runtime: Runtime) {
        guard silence != nil || cut != nil else { return }
        if let inner {
            // A reply whose text is changed is cut where its text comes from: then what the change holds back is not
            // lost.
            inner.register(EndingHandler(level: .primary, model: "") { [weak self] in self?.innerEnded($0.result) })
            return inner.narrow(silence: silence, cut: cut, on: runtime)
        }
        tasks.withLock { $0.runtime = runtime }
        let (readsAhead, turn) = state.withLock { state in
            (state.beginReadingAhead(), state.narrow(silence: silence, cut: cut))
        }
        // The watch first: the task that reads ahead begins on this thread and may keep it for long.
        if let turn { startWatch(turn, on: runtime) }
        if readsAhead { startReadingAhead() }
    }

    /// Ends this reply with the one whose text it changes. A reader that is inside gets what was held back first, and
    /// then the error.
    private func innerEnded(_ result: Outcome.Result) {
        switch result {
        case .completed: break
        case .failed: if !state.withLock({ $0.isReaderInside }) { end(result) }
        case .abandoned: end(result)
        }
    }

    // MARK: Reading ahead

    /// Starts the task that reads ahead. It begins on this thread where the platform allows that, so pieces that are
    /// there already cost no hop.
    func startReadingAhead() {
        guard let runtime else { return }
        let cancel = runtime.spawn("stream") { await self.readAhead(on: runtime) }
        for cancel in tasks.withLock({ $0.keepReadAhead(cancel) }) { cancel() }
    }

    private func readAhead(on runtime: Runtime) async {
        // The reply may have ended since the task was started.
        if hasEnded { return endSource(.cancelled) }
        var keepAlives = KeepAlivePause()
        while true {
            do {
                guard let chunk = try await source.next() else { throw ChatError.cutStream }
                if chunk.isEmpty {
                    // A keep-alive does not end a silence: a waiting reader goes on waiting.
                    if hasEnded { return endSource(.cancelled) }
                    try await keepAlives.afterEmptyPiece(on: runtime)
                    continue
                }
                if let error = chunk.cutError { return endReadingAhead(.failed(streamError(error)), cut: chunk) }
                if case .finished = chunk { return endReadingAhead(.finished, with: chunk) }
                keepAlives = KeepAlivePause()
                let (reader, step) = state.withLock { $0.taskReceived(chunk) }
                reader?.resume()
                switch step {
                case .goOn: continue
                case .pause: return
                case .stop: return endSource(.cancelled)
                }
            } catch {
                return endReadingAhead(Task.isCancelled ? .cancelled : .failed(streamError(error)))
            }
        }
    }

    /// Settles the attempt before the reader can see the end, so that the end of the call knows what its attempt has
    /// used.
    private func endReadingAhead(
        _ end: StreamState.SourceEnd, with last: ReplyChunk? = nil, cut: ReplyChunk? = nil
    ) {
        settle(end, last: last ?? cut)
        state.withLock { $0.taskEnded(end, with: last) }?.resume()
    }

    // MARK: Watch

    /// Records a sign of life that is no content.
    func noteProgress(at now: Instant) {
        state.withLock { $0.noteProgress(at: now) }
    }

    /// Starts the one task that sleeps until a limit.
    func startWatch(_ turn: Int, on runtime: Runtime) {
        let cancel = runtime.spawn("stream limits") { await self.watch(turn, on: runtime) }
        for cancel in tasks.withLock({ $0.keepWatch(cancel) }) { cancel() }
    }

    private func watch(_ turn: Int, on runtime: Runtime) async {
        while true {
            let now = runtime.now
            guard let due = state.withLock({ $0.nextDue(turn: turn, now: now) }) else { return }
            if now >= due.at { return reached(due.kind) }
            do { try await runtime.sleep(until: due.at) } catch {
                // A shutdown has cancelled the watch, not the next one: without a watch the reader might wait for ever.
                if state.withLock({ $0.watch.isOn(turn: turn) }) { end(.abandoned) }
                return
            }
        }
    }

    private func reached(_ kind: ChatError.Kind) {
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
