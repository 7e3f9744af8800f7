public import LadderCore

extension Pipeline {
    /// Makes a call for each request, so that its caches have the answers before the callers come.
    ///
    /// A request whose answer is stored already costs nothing. The calls go through all layers: budgets, breakers and
    /// rate limits hold for them. It stops at the time limit, when the task is cancelled, and when a budget is used up.
    ///
    /// ```swift
    /// let pipeline = try Pipeline(model: model) { ExactCache() }
    /// let questions = ["When are you open?", "Where is my parcel?"].map { ChatRequest($0) }
    /// let warming = await pipeline.warm(with: questions, timeLimit: .seconds(600))
    /// print(warming.answered, warming.remaining)
    /// ```
    ///
    /// - Parameters:
    ///   - requests: The requests, in the order in which they are made. Duplicates that may be
    ///     stored reach the model once.
    ///   - options: The options of each call: the scope whose callers will ask, and limits.
    ///   - maximumConcurrent: The largest number of calls at a time.
    ///   - timeLimit: The longest time that all calls together may take; nil for no limit.
    ///   - progress: Called after every call, one call at a time. It must return quickly.
    /// - Returns: What was done.
    @concurrent
    public func warm(
        with requests: [ChatRequest], options: CallOptions = CallOptions(), maximumConcurrent: Int = 4,
        timeLimit: Duration? = nil, progress: (@Sendable (CacheWarming) -> Void)? = nil
    ) async -> CacheWarming {
        let end = timeLimit.map { runtime.now + $0 }
        var options = options
        options.deadline = Instant.earlier(options.deadline, end)
        var warming = CacheWarming(total: requests.count)
        await withTaskGroup(of: WarmingResult.self) { group in
            var waiting = requests.makeIterator()
            func addNext() {
                guard warming.stopped == nil else { return }
                if Task.isCancelled { return warming.stopped = .cancelled }
                if let end, runtime.now >= end { return warming.stopped = .timeLimit }
                guard let request = waiting.next() else { return }
                let callOptions = options
                group.addTask { await self.warm(with: request, options: callOptions) }
            }
            for _ in 0..<min(max(1, maximumConcurrent), requests.count) { addNext() }
            while let result = await group.next() {
                warming.count(result)
                addNext()
                progress?(warming)
            }
        }
        if warming.remaining == 0, warming.stopped != .budget { warming.stopped = nil }
        return warming
    }

    private func warm(with request: ChatRequest, options: CallOptions) async -> WarmingResult {
        do {
            let response = try await respond(to: request, options: options)
            switch response.fallbackLevel {
            case .exactCache, .semanticCache: return .alreadyStored
            case .primary, .fallbackModel: return response.finishReason.isPartial ? .failed : .answered
            case .staleCache, .staticFAQ, .apology: return response.wasRefusedByBudget ? .overBudget : .failed
            }
        } catch {
            if case .budgetExhausted = (error as? ChatError)?.kind { return .overBudget }
            return .failed
        }
    }
}

private enum WarmingResult: Sendable {
    case answered
    case alreadyStored
    case failed
    case overBudget
}

extension CacheWarming {
    fileprivate mutating func count(_ result: WarmingResult) {
        switch result {
        case .answered: answered += 1
        case .alreadyStored: alreadyStored += 1
        case .failed: failed += 1
        case .overBudget:
            failed += 1
            stopped = .budget
        }
    }
}

extension ChatResponse {
    /// Whether the answer stands in for one that the budget did not allow.
    fileprivate var wasRefusedByBudget: Bool {
        trace.events.contains { $0.verdict == .refused && ["budget", "BudgetCheck"].contains($0.stage) }
    }
}
