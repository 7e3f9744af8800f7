import LadderCore

/// One call whose first model has failed: the walk through its candidates.
struct FallbackRecovery {
    static let stage = "ModelFallback"

    let context: CallContext
    let next: Next
    let maximumWait: Duration

    /// A model that was asked, for the case that all breakers are open; no candidate means the request's own model.
    private typealias Asked = (candidate: FallbackCandidate?, until: Instant)

    func answer(
        _ request: ChatRequest, after first: any Error, candidates: [FallbackCandidate]
    ) async throws -> Reply {
        guard var error = ChatError(unlessCancelled: first) else { throw first }
        var walk = FallbackWalk(candidates, instead: request.model, asked: context.passedModels)
        var path = context.passedModels
        path.reserveCapacity(path.count + 1 + walk.remaining)
        path.append(request.model)
        var failures = FailureHistory()
        var firstToOpen: Asked? = error.opensAt.map { (nil, $0) }

        while mayAsk, let candidate = walk.next(after: error.kind) {
            try Task.checkCancellation()
            context.note(
                .switched, by: FallbackRecovery.stage, reason: error.kind.name, detail: .target(candidate.model))
            path.append(candidate.model)
            do {
                return try await ask(candidate, request, alternatives: walk.remaining, path: path)
            } catch let failure {
                guard let thrown = ChatError(unlessCancelled: failure) else { throw failure }
                let next = thrown.from(candidate)
                failures.add(next, after: error)
                error = next
                firstToOpen = firstToOpen.flatMap { first in
                    error.opensAt.map { $0 < first.until ? (candidate, $0) : first }
                }
            }
        }

        if let first = firstToOpen, mayAsk, walk.remaining == 0 {
            do {
                if let reply = try await waited(for: first, request, path: path) { return reply }
            } catch let failure {
                guard let next = ChatError(unlessCancelled: failure) else { throw failure }
                failures.add(first.candidate.map(next.from) ?? next, after: error)
                error = next
            }
        }
        if failures.isEmpty { throw first }
        context.note(.gaveUp, by: FallbackRecovery.stage, reason: error.kind.name)
        throw failures.verdict ?? error
    }

    /// Attempts are left and the deadline has not passed.
    private var mayAsk: Bool { context.attemptsLeft > 0 && context.hasTime(for: .zero) }

    private func ask(
        _ candidate: FallbackCandidate, _ request: ChatRequest, alternatives: Int, path: [String]
    ) async throws -> Reply {
        var context = context
        context.target = nil
        context.addAlternatives(alternatives)
        context.passedModels = path
        var reply = try await next(candidate.request(from: request), context)
        reply.level = max(reply.level, .fallbackModel)
        return reply
    }

    /// Everybody's breaker is open: waits for the first to let a probe through, if that may be waited for.
    private func waited(for first: Asked, _ request: ChatRequest, path: [String]) async throws -> Reply? {
        let wait = max(.zero, first.until - context.now)
        guard maximumWait > .zero, wait <= maximumWait, context.hasTime(for: wait) else { return nil }
        context.note(.retrying, by: FallbackRecovery.stage, reason: "every circuit is open", detail: .wait(wait))
        try await context.runtime.sleep(until: first.until)
        guard mayAsk else { return nil }
        guard let candidate = first.candidate else {
            var context = context
            context.passedModels = path
            return try await next(request, context)
        }
        return try await ask(candidate, request, alternatives: 0, path: path)
    }
}

extension ChatError {
    fileprivate var opensAt: Instant? {
        if case .circuitOpen(let until) = kind { return until }
        return nil
    }

    /// The same error, thrown by a candidate: text it carries is not the first model's.
    fileprivate func from(_ candidate: FallbackCandidate) -> ChatError {
        var error = self
        error.target = error.target ?? candidate.model
        if error.partialText != nil { error.partialLevel = max(error.partialLevel ?? .primary, .fallbackModel) }
        return error
    }
}
