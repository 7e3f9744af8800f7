/// Where a call meets its caller: bodies are converted, the caller's deadline is kept, the end is told once.
extension CallContext {
    /// A live reply, waited for to its end.
    func collected(_ reply: Reply, _ request: ChatRequest) async throws -> Reply {
        if case .live(let live) = reply.body { keepDeadline(live, request) }
        do {
            return reply.replacing(with: try await reply.collect())
        } catch var error as ChatError {
            error.partialLevel = reply.level
            error.partialModel = reply.model
            error.target = error.target ?? reply.model
            throw error
        }
    }

    /// The reply as a stream.
    func streamed(_ reply: Reply, _ request: ChatRequest) -> ResponseStream {
        switch reply.body {
        case .live(let live):
            keepDeadline(live, request)
            return ResponseStream(live, level: reply.level, model: reply.model, call: call)
        case .whole(let completion):
            // What is already here is never cut.
            let live = LiveReply(ReplaySource.empty, after: ReplaySource.chunks(of: completion))
            return ResponseStream(live, level: reply.level, model: reply.model, call: call)
        }
    }

    /// A cut answer nobody could cure is still worth what it says.
    func partial(_ error: ChatError?) -> Reply? {
        guard !call.core.settings.requiresComplete, let text = error?.partialText, !text.isEmpty, let error else {
            return nil
        }
        let completion = Completion(
            text, finishReason: .partial(error.cut), usage: error.usage ?? Usage(isEstimated: true))
        return Reply(
            level: error.partialLevel ?? .primary, model: error.partialModel ?? error.target ?? "", completion)
    }

    /// The end of the call by an error, with all attempts in it if it is `known` as one of ours.
    func failed(_ known: ChatError?, _ error: any Error) -> any Error {
        call.end { summary in
            // An error of a layer's own is told as what the layers take it for.
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
        let response = ChatResponse(reply, call)
        call.finish(response.reply)
        return response
    }

    private func keepDeadline(_ live: LiveReply, _ request: ChatRequest) {
        if let model = call.core.model(for: request, target: target) {
            live.core.estimate(by: RequestEstimate(model: model.model, request: request))
        }
        guard let deadline else { return }
        live.narrow(silence: nil, cut: StreamLimits.Cut(at: deadline, kind: .deadlineExceeded), on: runtime)
    }
}

extension Call {
    func finish(_ reply: Reply) {
        end { summary in
            let completion = reply.whole
            summary.level = reply.level
            summary.model = reply.model
            summary.finishReason = completion.finishReason
            summary.usage = completion.usage
        }
    }

    func abandoned(_ level: FallbackLevel, _ model: String) {
        end { summary in
            summary.level = level
            summary.model = model
            summary.wasAbandoned = true
        }
    }
}
