extension Pipeline {
    /// Answers a request, and returns when the whole answer has arrived.
    ///
    /// An answer that was cut after its first content is returned with finish reason `partial`; a pipeline made with
    /// ``requiringComplete()`` throws instead.
    ///
    /// - Throws: The error from which no layer could recover, and `CancellationError` when the caller's task is
    ///   cancelled.
    @concurrent
    public func respond(to request: ChatRequest, options: CallOptions = CallOptions()) async throws -> ChatResponse {
        let (request, context) = try enter(with: request, options: options, delivery: .whole)
        do {
            var reply = try await CallDepth.descending(on: core.runtime) {
                try await Next(core.chain)(request, context)
            }
            if reply.isLive { reply = try await context.collected(reply, for: request) }
            return context.finished(reply)
        } catch {
            return context.finished(try context.partialReply(of: error))
        }
    }

    /// Answers a request that consists of one user message.
    @concurrent
    public func respond(to text: String, options: CallOptions = CallOptions()) async throws -> ChatResponse {
        try await respond(to: ChatRequest(text), options: options)
    }

    /// Answers a request with a stream, and returns when the first content has arrived and the level is known.
    ///
    /// A failure after that ends the stream with finish reason `partial`; in a pipeline made with
    /// ``requiringComplete()`` the stream throws instead. To leave early, drop the stream.
    ///
    /// - Throws: An error that comes before the first content.
    @concurrent
    public func streamResponse(
        to request: ChatRequest, options: CallOptions = CallOptions()
    ) async throws -> ResponseStream {
        let (request, context) = try enter(with: request, options: options, delivery: .streamed)
        do {
            let reply = try await CallDepth.descending(on: core.runtime) {
                try await Next(core.chain)(request, context)
            }
            return context.streamed(reply, for: request)
        } catch {
            return context.streamed(try context.partialReply(of: error), for: request)
        }
    }

    /// Answers a request that consists of one user message, with a stream.
    @concurrent
    public func streamResponse(
        to text: String, options: CallOptions = CallOptions()
    ) async throws -> ResponseStream {
        try await streamResponse(to: ChatRequest(text), options: options)
    }

    /// Answers many requests, a limited number of them at a time.
    ///
    /// - Returns: The results in the order of the requests. A failure of one does not affect the others.
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

    /// Begins a call, unless the pipeline is shutting down or calls itself too deep.
    private func enter(
        with request: ChatRequest, options: CallOptions, delivery: Delivery
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

/// The result of one request of a batch.
///
/// A struct, because Swift 6.3.1 miscompiles a child task that returns a tuple with a `Result` made inside `do` and
/// `catch`.
private struct BatchResult: Sendable {
    let index: Int
    let result: Result<ChatResponse, any Error>
}
