extension Pipeline {
    /// Asks, and waits for the whole answer.
    ///
    /// Throws what no layer could cure, and `CancellationError` when the caller's task is cancelled. An answer that was
    /// cut after its first content comes back with finish reason `partial`, unless ``requiringComplete()`` says otherwise.
    @concurrent
    public func respond(to request: ChatRequest, options: CallOptions = CallOptions()) async throws -> ChatResponse {
        if request.model.isEmpty, let named = core.named(request) {
            return try await respond(to: named, options: options)
        }
        let context = try enter(request, options, .whole)
        do {
            let reply = try await Next(layer: core.layerRange.first)(request, context)
            if reply.isLive { return context.finished(try await context.collected(reply)) }
            return context.finished(consume reply)
        } catch {
            let known = error as? ChatError
            guard let partial = context.partial(known) else { throw context.failed(known, error) }
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
    /// What fails before that is thrown. What fails later ends the stream with finish reason `partial`, unless
    /// ``requiringComplete()`` says otherwise. Dropping the stream, or its iterator, is how to leave early.
    @concurrent
    public func streamResponse(to request: ChatRequest, options: CallOptions = CallOptions()) async throws
        -> ResponseStream
    {
        if request.model.isEmpty, let named = core.named(request) {
            return try await streamResponse(to: named, options: options)
        }
        let context = try enter(request, options, .streamed)
        do {
            return context.streamed(try await Next(layer: core.layerRange.first)(request, context))
        } catch {
            let known = error as? ChatError
            guard let partial = context.partial(known) else { throw context.failed(known, error) }
            return context.streamed(partial)
        }
    }

    /// Asks with one user message, streamed.
    @concurrent
    public func streamResponse(to text: String, options: CallOptions = CallOptions()) async throws -> ResponseStream {
        try await streamResponse(to: ChatRequest(text), options: options)
    }

    /// Asks many questions, a bounded number at a time. Results come in the order of the requests; one failure loses no
    /// other.
    @concurrent
    public func respond(
        to requests: [ChatRequest], options: CallOptions = CallOptions(), maximumConcurrent: Int = 8
    ) async -> [Result<ChatResponse, any Error>] {
        var results = [Result<ChatResponse, any Error>?](repeating: nil, count: requests.count)
        await withTaskGroup(of: (Int, Result<ChatResponse, any Error>).self) { group in
            var waiting = requests.indices.makeIterator()
            func addNext() {
                guard let index = waiting.next() else { return }
                group.addTask {
                    do {
                        return (index, .success(try await respond(to: requests[index], options: options)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            for _ in 0..<min(max(1, maximumConcurrent), requests.count) { addNext() }
            while let (index, result) = await group.next() {
                results[index] = result
                addNext()
            }
        }
        return results.map { $0 ?? .failure(CancellationError()) }
    }

    private func enter(_ request: ChatRequest, _ options: CallOptions, _ delivery: Delivery) throws -> CallContext {
        guard let id = core.registry.enter() else {
            throw ChatError(.overloaded, message: "the pipeline is shutting down")
        }
        let call = Call(core, id: id, options: options)
        let deadline = options.deadline(from: call.start, usual: core.settings.timeLimit)
        let context = CallContext(call, delivery: delivery, deadline: deadline)
        call.began(request, delivery)
        return context
    }
}
