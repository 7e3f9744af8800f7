import LadderCore

/// The rest of a call whose first model has failed: the candidates, and the wait for a circuit if all are open.
struct FallbackRecovery {
    static let layer = "ModelFallback"

    let policy: ModelFallbackPolicy
    let request: ChatRequest
    let context: CallContext
    let next: Next

    /// Returns the reply of the first candidate that has one, after `model` has failed with `first`.
    func reply(
        after first: any Error, of model: String, from candidates: [FallbackCandidate]
    ) async throws -> Reply {
        var failover = try Failover(after: first, by: FallbackRecovery.layer, in: context)
        var queue = CandidateQueue(candidates, replacing: model, asked: context.passedModels)
        var path = context.passedModels + [model]
        var asked: FallbackCandidate?
        var noted: Set<String> = []
        var circuits = OpenCircuits()
        let windows = context.windows(of: candidates.map(\.model), for: request)
        let reply = try await failover.reply(naming: \.model) { failure in
            circuits.record(failure, of: asked)
            let failed = asked?.model ?? model
            asked = queue.next(
                after: failure.rule(\.fallback, overrides: policy.rules), of: failed, windows: windows)
            if asked.map({ windows.fits($0.model) }) == true {
                for passedOver in queue.tooSmall(by: windows) where noted.insert(passedOver).inserted {
                    context.note(
                        .skipped, by: FallbackRecovery.layer, reason: "the request is longer than its window",
                        detail: .target(passedOver))
                }
            }
            return asked
        } ask: { candidate in
            path.append(candidate.model)
            return try await ask(candidate, alternatives: queue.count, path: path)
        }
        if let reply { return reply }
        if queue.count == 0, let first = circuits.firstToClose, failover.mayAsk,
            try await wait(until: first.until), failover.mayAsk,
            let reply = try await failover.attempt({ try await ask(first.candidate, alternatives: 0, path: path) })
        {
            return reply
        }
        throw failover.finalError()
    }

    /// Asks the cheaper model that the budget wants first, and then, if it fails, as without that wish.
    func replyDowngraded(to candidate: FallbackCandidate, before candidates: [FallbackCandidate]) async throws -> Reply
    {
        context.note(
            .switched, by: FallbackRecovery.layer, reason: "the budget's soft limit is reached",
            detail: .target(candidate.model))
        // The request's own model was wanted in the first place, so it may be asked after any failure.
        let own = FallbackCandidate(request.model, hasLargerWindow: true, acceptsFiltered: true)
        let others = [own] + candidates
        let path = context.passedModels + [candidate.model]
        do {
            let alternatives = others.count(replacing: candidate.model, asked: context.passedModels)
            return try await ask(candidate, alternatives: alternatives, path: path)
        } catch {
            return try await reply(after: error, of: candidate.model, from: others)
        }
    }

    /// Asks a candidate; nil means the request's own model.
    private func ask(_ candidate: FallbackCandidate?, alternatives: Int, path: [String]) async throws -> Reply {
        var context = context
        context.passedModels = path
        context.downgradeModel = nil
        guard let candidate else { return try await next(request, context) }
        context.target = nil
        context.addAlternatives(alternatives)
        do {
            var reply = try await next(candidate.request(from: request), context)
            // After a downgrade the request's own model can be a candidate, whose answer is no substitute.
            if candidate.model != request.model { reply.level = max(reply.level, .fallbackModel) }
            return reply
        } catch {
            throw ChatError(unlessCancelled: error)?.thrown(by: candidate) ?? error
        }
    }

    /// Waits for a circuit, and returns whether it was allowed to: the policy and the deadline may not leave the time.
    private func wait(until opening: Instant) async throws -> Bool {
        let wait = max(.zero, opening - context.now)
        guard policy.maximumWait > .zero, wait <= policy.maximumWait, context.hasTime(for: wait) else { return false }
        context.note(.retrying, by: FallbackRecovery.layer, reason: "every circuit is open", detail: .wait(wait))
        try await context.runtime.sleep(until: opening)
        return true
    }
}

/// The circuit that lets a probe through first, as long as every model was refused by its circuit breaker.
private struct OpenCircuits {
    private var areAllOpen = true
    private var first: (candidate: FallbackCandidate?, until: Instant)?

    /// The model to ask, nil for the request's own; nil if a model has failed in another way.
    var firstToClose: (candidate: FallbackCandidate?, until: Instant)? { areAllOpen ? first : nil }

    mutating func record(_ failure: ChatError, of candidate: FallbackCandidate?) {
        guard case .circuitOpen(let until) = failure.kind else { return areAllOpen = false }
        if first.map({ until < $0.until }) ?? true { first = (candidate, until) }
    }
}

extension ChatError {
    /// Returns this error as one of a candidate: its target, and the level of the text it carries.
    fileprivate func thrown(by candidate: FallbackCandidate) -> ChatError {
        var error = self
        error.target = error.target ?? candidate.model
        if error.partialText != nil { error.partialLevel = max(error.partialLevel ?? .primary, .fallbackModel) }
        return error
    }
}
