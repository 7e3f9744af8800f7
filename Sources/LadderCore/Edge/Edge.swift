import Synchronization

/// Where a call meets its caller: bodies are converted, the caller's deadline is kept, the end is told once.
final class Edge: Sendable {
    let context: CallContext
    private let registry: WorkRegistry
    private let isOver = Atomic<Bool>(false)

    init(pipeline: Pipeline, options: CallOptions, delivery: Delivery) {
        registry = pipeline.registry
        let environment = pipeline.environment
        let call = Call(
            id: registry.nextCallID(), scope: options.scope, runtime: pipeline.runtime, environment: environment)
        var context = CallContext(call: call, options: options, maximumAttempts: environment.maximumAttempts)
        if options.timeLimit == nil, options.deadline == nil, let limit = environment.timeLimit {
            context.deadline = call.start + limit
        }
        context.delivery = delivery
        self.context = context
    }

    deinit {
        // A stream that was dropped, or a task that never came back.
        over(nil) { _ in }
    }

    private var call: Call { context.call }

    func began(_ request: ChatRequest) {
        call.runtime.driver.began(call)
        guard !call.queues.isEmpty else { return }
        for queue in call.queues { queue.start(on: call.runtime) }
        let bytes = request.messages.reduce(0) { $0 + $1.text.utf8.count }
        call.tell(
            .began(
                BeganCall(
                    model: request.model, delivery: context.delivery, messages: request.messages.count,
                    textBytes: bytes)))
    }

    // MARK: Whole answers

    func whole(_ reply: Reply) async throws -> ChatResponse {
        let completion: Completion
        switch reply.body {
        case .whole(let whole): completion = whole
        case .live(let live):
            keepDeadline(live)
            do {
                completion = try await live.collect()
            } catch var error as ChatError {
                error.partialLevel = reply.level
                error.target = error.target ?? reply.model
                throw error
            }
        }
        return ChatResponse(completion: completion, level: reply.level, model: reply.model, call: call)
    }

    /// A cut answer nobody could cure is still worth what it says.
    func partial(_ error: any Error) -> ChatResponse? {
        guard !call.environment.requiresComplete, let error = error as? ChatError,
            let text = error.partialText, !text.isEmpty
        else { return nil }
        let completion = Completion(
            text,
            finishReason: .partial(error.cut),
            usage: error.usage ?? Usage(isEstimated: true)
        )
        return ChatResponse(
            completion: completion, level: error.partialLevel ?? .primary, model: error.target ?? "", call: call)
    }

    // MARK: Streams

    func streamed(_ reply: Reply) -> Reply {
        switch reply.body {
        case .live(let live):
            keepDeadline(live)
            return reply
        case .whole(let completion):
            // What is already here is never cut.
            let replay = LiveReply(ReplaySource.empty, after: ReplaySource.chunks(of: completion))
            return Reply(level: reply.level, model: reply.model, body: .live(replay))
        }
    }

    private func keepDeadline(_ live: LiveReply) {
        guard let deadline = context.deadline else { return }
        live.narrow(silence: nil, cut: StreamLimits.Cut(at: deadline, kind: .deadlineExceeded), on: call.runtime)
    }

    // MARK: The end

    func finish(_ completion: Completion, level: FallbackLevel, model: String) {
        over(nil) { summary in
            summary.level = level
            summary.model = model
            summary.finishReason = completion.finishReason
            summary.usage = completion.usage
        }
    }

    /// The error as the caller gets it: with all attempts.
    func failed(_ error: any Error) -> any Error {
        guard var error = error as? ChatError else {
            over(error) { summary in
                summary.wasAbandoned = error is CancellationError
                // An error of a layer's own is told as what the layers take it for.
                if !summary.wasAbandoned { summary.error = ChatError(wrapping: error).kind }
            }
            return error
        }
        error.attempts = call.attempts
        over(error) { $0.error = error.kind }
        return error
    }

    func abandoned(level: FallbackLevel, model: String) {
        over(nil) { summary in
            summary.level = level
            summary.model = model
            summary.wasAbandoned = true
        }
    }

    private func over(_ error: (any Error)?, _ describe: (inout CallSummary) -> Void) {
        guard isOver.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return
        }
        if !call.queues.isEmpty {
            let attempts = call.attempts
            var summary = CallSummary(
                level: nil, model: nil, finishReason: nil, error: nil, wasAbandoned: false, usage: Usage(),
                cost: call.spent.money, latency: call.runtime.now - call.start,
                timeToHead: attempts.compactMap(\.head).min().map { $0 - call.start }, attempts: attempts)
            describe(&summary)
            call.tell(.ended(summary))
        }
        call.runtime.driver.ended(call)
        registry.leave()
    }
}

extension ChatError {
    /// What the caller of a cut answer is told.
    var cut: FinishReason.Cut {
        kind == .timedOut(.reader) ? .readerTooSlow : .error(kind)
    }
}
