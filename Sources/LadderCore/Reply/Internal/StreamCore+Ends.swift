extension StreamCore {
    /// Whether the reply has ended for its reader.
    var hasEnded: Bool { state.withLock { $0.ending != nil } }

    /// Whether the reader has given the reply up. Then a source that throws has done so for that reason.
    var isAbandoned: Bool {
        state.withLock { state in
            if case .abandoned? = state.ending { return true }
            return false
        }
    }

    func register(_ handler: EndingHandler) {
        if let ending = state.withLock({ $0.add(handler) }) { call([handler], of: ending) }
    }

    /// Records that no reader sees any of the answer before all of it is here.
    func isCollected() {
        state.withLock { state in
            if case .away = state.reader { state.isCollected = true }
        }
    }

    /// Ends the reply for its reader. Only the first end counts.
    func end(_ result: Outcome.Result) {
        guard let end = state.withLock({ $0.end(result) }) else { return }
        // A reply whose text is changed ends with the changed one. Layers further in come first.
        if case .completed = result {} else { inner?.end(result) }
        for cancel in tasks.withLock({ $0.stop() }) { cancel() }
        if !end.isSourceBusy { endSource(.cancelled) }
        call(end.handlers, of: result)
        end.reader?.resume()
    }

    /// Records the end of the source, and settles the attempt. Only the first end counts.
    func endSource(_ end: StreamState.SourceEnd, last: ReplyChunk? = nil) {
        if state.withLock({ $0.endSource(end) }) { settle(end, last: last) }
    }

    private func call(_ handlers: [EndingHandler], of result: Outcome.Result) {
        guard !handlers.isEmpty else { return }
        let chunks = state.withLock { $0.delivered }
        let content = Outcome.Content.chunks(chunks, meter: estimator)
        for handler in handlers {
            handler.handle(Outcome(result: result, level: handler.level, model: handler.model, content: content))
        }
    }

    /// Returns what a source threw, as an error of a model that was being asked.
    func streamError(_ error: any Error) -> ChatError {
        var error = meter?.chatError(for: error) ?? ChatError(wrapping: error)
        error.occurredDuringAttempt = true
        error.stage = error.stage ?? "model"
        error.usage = error.usage ?? CompletionBuilder.usage(of: state.withLock { $0.received }, meter: estimator)
        return error
    }
}

extension ChatError {
    static var cutStream: ChatError { ChatError(.server, message: "the stream broke off before its end") }
}

extension ReplyChunk {
    /// The error of an answer that was cut further below. Inside a pipeline an answer that ends as `partial` has
    /// failed.
    var cutError: ChatError? {
        guard case .finished(let ending) = self, case .partial(let cut) = ending.finishReason else { return nil }
        var error = ChatError(cut: cut)
        error.usage = ending.usage
        return error
    }
}
