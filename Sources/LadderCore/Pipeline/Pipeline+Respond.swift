extension Pipeline {
    /// Asks, and waits for the whole answer.
    ///
    /// An answer that was cut after its first content comes back with finish reason `partial`, unless
    /// ``requiringComplete()`` says otherwise.
    ///
    /// - Throws: What no layer could cure, and `CancellationError` when the caller's task is cancelled.
    @concurrent
    public func respond(to request: ChatRequest, options: CallOptions = CallOptions()) async throws -> ChatResponse {
        let (request, context) = try enter(request, options, delivery: .whole)
        do {
            let reply = try await context.descending { try await Next(core.chain)(request, context) }
            return context.finished(reply.isLive ? try await context.collected(reply, for: request) : reply)
        } catch {
            guard let partial = context.partial(error as? ChatError) else { throw context.failed(by: error) }
            return context.finished(partial)
        }
    }

    /// Asks with one user message.
    @concurrent
    public func respond(to text: String, options: CallOptions = CallOptions()) async throws -> ChatResponse {
        try await respond(to: ChatRequest(text), options: options)
    }

    /// Asks, and returns when the first content is there; its level is known then.
    ///
    /// What fails later ends the stream with finish reason `partial`, unless ``requiringComplete()`` says otherwise.
    /// Dropping the stream is how to leave early.
    ///
    /// - Throws: What fails before the first content.
    @concurrent
    public func streamResponse(
        to request: ChatRequest, options: CallOptions = CallOptions()
    ) async throws -> ResponseStream {
        let (request, context) = try enter(request, options, delivery: .streamed)
        do {
            let reply = try await context.descending { try await Next(core.chain)(request, context) }
            return context.streamed(reply, for: request)
        } catch {
            guard let partial = context.partial(error as? ChatError) else { throw context.failed(by: error) }
            return context.streamed(partial, for: request)
        }
    }

    /// Asks with one user message, streamed.
    @concurrent
    public func streamResponse(
        to text: String, options: CallOptions = CallOptions()
    ) async throws -> ResponseStream {
        try await streamResponse(to: ChatRequest(text), options: options)
    }

    /// Asks many requests, a bounded number at a time.
    ///
    /// - Returns: The results in the order of the requests. One failure loses no other answer.
    @concurrent
    public func respond(
        to requests: [ChatRequest], options: CallOptions = CallOptions(), maximumConcurrent: Int = 8
    ) async -> [Result<ChatResponse, any Error>] {
        var results = [Result<ChatResponse, any Error>?](repeating: nil, count: requests.count)
        await withTaskGroup(of: BatchResult.self) { group in
            var waiting = requests.indices.makeIterator()
            func addNext() {
                guard let index = waiting.next() else { return }
                group.addTask {
                    BatchResult(
                        index: index,
                        result: await result(of: { try await respond(to: requests[index], options: options) }))
                }
            }
            for _ in 0..<min(max(1, maximumConcurrent), requests.count) { addNext() }
            while let next = await group.next() {
                results[next.index] = next.result
                addNext()
            }
        }
        return results.map { $0 ?? .failure(CancellationError()) }
    }

    private func enter(
        _ request: ChatRequest, _ options: CallOptions, delivery: Delivery
    ) throws -> (ChatRequest, CallContext) {
        guard CallDepth.current < CallDepth.maximum else {
            throw ChatError(
                .invalidRequest,
                message: "pipelines are nested more than \(CallDepth.maximum) deep: does one call itself?")
        }
        guard let number = core.registry.enter() else {
            throw ChatError(.overloaded, message: "the pipeline is shutting down")
        }
        let request = request.model.isEmpty ? core.named(request) ?? request : request
        let call = Call(core, number: number, options: options)
        let deadline = options.deadline(from: call.start, usual: core.settings.timeLimit)
        call.began(request, delivery: delivery)
        return (request, CallContext(call, delivery: delivery, deadline: deadline))
    }
}

/// One result of a batch.
///
/// A struct, because Swift 6.3.1 miscompiles a child task that returns a tuple with a `Result` made inside `do` and `catch`.
private struct BatchResult: Sendable {
    let index: Int
    let result: Result<ChatResponse, any Error>
}
