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

    /// Returns the text that an error carries as a partial answer. Without text, and where only complete answers count,
    /// the call ends by the error.
    ///
    /// - Throws: The error for the caller. A `ChatError` gets all attempts of the call.
    func partialReply(of error: any Error) throws -> Reply {
        guard var known = error as? ChatError else {
            call.end { summary in
                // An error type of a layer's own is reported as the kind that the layers take it for.
                summary.error = ChatError(unlessCancelled: error)?.kind
                summary.wasAbandoned = summary.error == nil
            }
            throw error
        }
        if let text = known.partialText, !text.isEmpty, !call.core.settings.requiresComplete {
            let completion = Completion(
                text, finishReason: .partial(known.cut), usage: known.usage ?? Usage(isEstimated: true))
            return Reply(
                level: known.partialLevel ?? .primary, model: known.partialModel ?? known.target ?? "", completion)
        }
        call.end { $0.error = known.kind }
        known.attempts = call.attempts
        known.callID = call.id
        throw known
    }

    /// Ends the call with an answer that is complete here.
    func finished(_ reply: Reply) -> ChatResponse {
        let response = ChatResponse(reply, call: call)
        call.finish(reply)
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
