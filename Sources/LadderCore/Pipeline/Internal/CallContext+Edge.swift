/// The end of a call for its caller: answers are converted to what the caller wants, the deadline is kept, the call is
/// ended.
extension CallContext {
    /// Returns the reply with its whole answer.
    func collected(_ reply: Reply, for request: ChatRequest) async throws -> Reply {
        if case .live(let live) = reply.body { keepDeadline(of: live, for: request) }
        do {
            return reply.replacing(with: try await reply.collect())
        } catch var error as ChatError {
            error.partialLevel = reply.level
            error.partialModel = reply.model
            error.target = error.target ?? reply.model
            throw error
        }
    }

    /// Returns the reply as a stream.
    func streamed(_ reply: Reply, for request: ChatRequest) -> ResponseStream {
        let stream: LiveReply
        switch reply.body {
        case .live(let live):
            keepDeadline(of: live, for: request)
            stream = live
        case .whole(let completion):
            // What is already here is never cut.
            stream = LiveReply(replaying: completion)
        }
        return ResponseStream(stream, of: reply, call: call)
    }

    /// Returns the text that an error carries as a partial answer. Nil without text, and where only complete answers
    /// count.
    func partial(_ error: ChatError?) -> Reply? {
        guard !call.core.settings.requiresComplete, let error, let text = error.partialText, !text.isEmpty else {
            return nil
        }
        let completion = Completion(
            text, finishReason: .partial(error.cut), usage: error.usage ?? Usage(isEstimated: true))
        return Reply(
            level: error.partialLevel ?? .primary, model: error.partialModel ?? error.target ?? "", completion)
    }

    /// Ends the call by an error, and returns the error for the caller. A `ChatError` gets all attempts of the call.
    func failed(by error: any Error) -> any Error {
        let known = error as? ChatError
        call.end { summary in
            // An error type of a layer's own is reported as the kind that the layers take it for.
            summary.error = known?.kind ?? ChatError(unlessCancelled: error)?.kind
            summary.wasAbandoned = summary.error == nil
        }
        guard var known else { return error }
        known.attempts = call.attempts
        known.callID = call.id
        return known
    }

    /// Ends the call with an answer that is complete here.
    func finished(_ reply: Reply) -> ChatResponse {
        let response = ChatResponse(reply, call: call)
        call.finish(response.reply)
        return response
    }

    private func keepDeadline(of live: LiveReply, for request: ChatRequest) {
        if let model = call.core.model(for: request, target: target) {
            live.core.estimate(by: RequestEstimate(model: model.model, request: request))
        }
        guard let deadline else { return }
        live.narrow(silence: nil, cut: StreamLimits.Cut(at: deadline, kind: .deadlineExceeded), on: runtime)
    }
}

extension Call {
    /// Ends the call with a whole answer.
    func finish(_ reply: Reply) {
        end { summary in
            let completion = reply.whole
            summary.level = reply.level
            summary.model = reply.model
            summary.finishReason = completion.finishReason
            summary.cached = reply.cached
            // A hit uses no tokens, nor does a call that shares the answer of another call's attempt.
            let isFree = reply.cached != nil || summary.attempts.isEmpty
            summary.usage = isFree ? Usage() : completion.usage
        }
    }

    /// Ends the call of a reader that left before the end of the answer.
    func abandoned(_ level: FallbackLevel, by model: String) {
        end { summary in
            summary.level = level
            summary.model = model
            summary.wasAbandoned = true
        }
    }
}
