/// Where a call meets its caller: bodies are converted, the caller's deadline is kept, the end is told once.
extension CallContext {
    /// A live reply as a whole answer, and the end of the call.
    func collected(_ live: LiveReply, _ level: FallbackLevel, _ model: String) async throws -> ChatResponse {
        keepDeadline(live)
        do {
            return finished(try await live.collect(), level, model)
        } catch var error as ChatError {
            error.partialLevel = level
            error.target = error.target ?? model
            throw error
        }
    }

    /// The reply as a stream.
    func streamed(_ reply: Reply) -> ResponseStream {
        switch reply.body {
        case .live(let live):
            keepDeadline(live)
            return ResponseStream(live, level: reply.level, model: reply.model, call: call)
        case .whole(let completion):
            // What is already here is never cut.
            let live = LiveReply(ReplaySource.empty, after: ReplaySource.chunks(of: completion))
            return ResponseStream(live, level: reply.level, model: reply.model, call: call)
        }
    }

    /// A cut answer nobody could cure is still worth what it says.
    func partial(_ error: any Error) -> (level: FallbackLevel, model: String, completion: Completion)? {
        guard !call.core.settings.requiresComplete, let error = error as? ChatError,
            let text = error.partialText, !text.isEmpty
        else { return nil }
        let completion = Completion(
            text, finishReason: .partial(error.cut), usage: error.usage ?? Usage(isEstimated: true))
        return (error.partialLevel ?? .primary, error.target ?? "", completion)
    }

    /// The error as the caller gets it, with all attempts, and the end of the call.
    func failed(_ error: any Error) -> any Error {
        guard var error = error as? ChatError else {
            call.end { summary in
                summary.wasAbandoned = error is CancellationError
                // An error of a layer's own is told as what the layers take it for.
                if !summary.wasAbandoned { summary.error = ChatError(wrapping: error).kind }
            }
            return error
        }
        error.attempts = call.attempts
        call.end { $0.error = error.kind }
        return error
    }

    func finished(_ completion: consuming Completion, _ level: FallbackLevel, _ model: String) -> ChatResponse {
        call.finish(completion, level, model)
        return ChatResponse(completion: completion, level: level, model: model, call: call)
    }

    private func keepDeadline(_ live: LiveReply) {
        guard let deadline else { return }
        live.narrow(silence: nil, cut: StreamLimits.Cut(at: deadline, kind: .deadlineExceeded), on: runtime)
    }
}

extension Call {
    func finish(_ completion: Completion, _ level: FallbackLevel, _ model: String) {
        end { summary in
            summary.level = level
            summary.model = model
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

extension ChatError {
    /// What the caller of a cut answer is told.
    var cut: FinishReason.Cut {
        kind == .timedOut(.reader) ? .readerTooSlow : .error(kind)
    }
}
